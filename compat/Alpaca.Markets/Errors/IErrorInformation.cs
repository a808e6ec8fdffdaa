namespace Alpaca.Markets;

/// <summary>What the API told about an error besides its code and text.</summary>
public interface IErrorInformation
{
    /// <summary>The symbol it is about; empty if none was told.</summary>
    string Symbol { get; }
}
