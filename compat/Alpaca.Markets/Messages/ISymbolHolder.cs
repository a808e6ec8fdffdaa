namespace Alpaca.Markets;

internal interface ISymbolHolder
{
    void Hold(string symbol);
}
