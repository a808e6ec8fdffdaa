namespace ExitDesk.Domain.Expiry;

/// <summary>The last execution of a stock that the feed knows.</summary>
/// <param name="Price">USD per share.</param>
/// <param name="At">UTC.</param>
public readonly record struct LastTrade(decimal Price, DateTimeOffset At);
