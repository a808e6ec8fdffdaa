namespace ExitDesk.Simulator.Scenarios;

/// <summary>A position that comes into the account: all of it, or one leg.</summary>
/// <param name="Symbol">OCC or stock symbol that the market lists.</param>
/// <param name="Quantity">Contracts or shares, signed: short is negative. Not 0.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="EntryPrice">USD per share, above 0; null: what the market asks (long) or bids (short) then.</param>
public sealed record Opening(string Symbol, int Quantity, DateTimeOffset OpenedAt, decimal? EntryPrice)
{
    /// <summary>Name of the structure that it is a leg of, for the table in the terminal; null: it stands alone. The broker does not hear of it.</summary>
    public string? Structure { get; init; }

    /// <summary>Whether the broker's orders and history tell how it came, so that the function app can know since when it is held.</summary>
    public bool InHistory { get; init; }
}
