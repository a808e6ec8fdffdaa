namespace Alpaca.Markets;

/// <summary>What the market last did in one stock.</summary>
public interface ISnapshot
{
    string Symbol { get; }

    /// <summary>Null when there is none.</summary>
    IQuote? Quote { get; }

    /// <summary>Null when there is none.</summary>
    ITrade? Trade { get; }
}
