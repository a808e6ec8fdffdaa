namespace ExitDesk.Domain.Structures;

/// <summary>A number of one contract or stock.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Quantity">Contracts or shares, long positive, short negative; never 0.</param>
public sealed record LegQuantity(string Symbol, decimal Quantity);
