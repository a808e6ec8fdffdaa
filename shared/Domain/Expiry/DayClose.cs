namespace ExitDesk.Domain.Expiry;

/// <summary>What a stock closed at on one exchange day, as the feed tells; while that day's session is on, its last price so far.</summary>
/// <param name="Day">The exchange day.</param>
/// <param name="Price">USD per share.</param>
public readonly record struct DayClose(DateOnly Day, decimal Price);
