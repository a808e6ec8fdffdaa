namespace ExitDesk.Simulator.Venue;

/// <summary>What a replacement changes; null keeps the replaced order's value.</summary>
/// <param name="Quantity">
/// Null keeps the original quantity, also when a part of it is filled already [Alpaca-API#165, read 2026-11].
/// </param>
public sealed record OrderChange(int? Quantity, decimal? LimitPrice, string? ClientOrderId);
