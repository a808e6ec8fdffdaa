namespace Alpaca.Markets;

/// <summary>One trade. Price in dollars for one share, also of an option.</summary>
public interface ITrade
{
    string Symbol { get; }

    DateTime TimestampUtc { get; }

    decimal Price { get; }

    /// <summary>Shares or contracts.</summary>
    decimal Size { get; }

    /// <summary>0 for options.</summary>
    ulong TradeId { get; }

    /// <summary>Empty when the API does not tell.</summary>
    string Exchange { get; }

    /// <summary>Empty for options.</summary>
    string Tape { get; }

    IReadOnlyList<string> Conditions { get; }
}
