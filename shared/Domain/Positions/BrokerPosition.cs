namespace ExitDesk.Domain.Positions;

/// <summary>One holding as the broker lists it.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="AssetClass">The broker's word, for instance <c>us_option</c>; kept as it is, known or not.</param>
/// <param name="Quantity">Signed: short is negative. Never 0.</param>
/// <param name="AverageEntryPrice">USD per share, above 0.</param>
public sealed record BrokerPosition(string Symbol, string AssetClass, decimal Quantity, decimal AverageEntryPrice);
