namespace ExitDesk.Simulator.Scenarios;

/// <summary>A position that comes into the account.</summary>
/// <param name="Symbol">OCC or stock symbol that the market lists.</param>
/// <param name="Quantity">Contracts or shares, signed, not 0.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="EntryPrice">USD per share; null: what the market asks (long) or bids (short) then.</param>
public sealed record Opening(string Symbol, int Quantity, DateTimeOffset OpenedAt, decimal? EntryPrice);
