namespace ExitDesk.Domain.Exits;

/// <summary>The stock behind a position.</summary>
/// <param name="Price">USD per share now; null if unknown.</param>
/// <param name="EntryPrice">USD per share when the position was opened, or first seen; null if never recorded.</param>
/// <param name="Direction">1 if the position gains when the stock rises, −1 if it gains when it falls, 0 if it wants it to stay.</param>
public readonly record struct UnderlyingFacts(decimal? Price, decimal? EntryPrice, int Direction);
