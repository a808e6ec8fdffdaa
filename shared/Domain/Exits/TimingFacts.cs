namespace ExitDesk.Domain.Exits;

/// <summary>A position's place in time. Null counts are unknown; an unknown count at entry stands for "more than the limit".</summary>
/// <param name="Now">The broker's clock, UTC.</param>
/// <param name="NewYorkTime">The same on New York's clock.</param>
/// <param name="CloseAt">The session's close, UTC.</param>
/// <param name="DeadlineAt">The deadline of the nearest leg today; the session's close if none expires today.</param>
/// <param name="TradingDaysLeft">Sessions until the nearest expiration, today not counted; null without one.</param>
/// <param name="DaysLeft">New York calendar days until the nearest expiration; null without one.</param>
/// <param name="TradingDaysAtEntry">As <paramref name="TradingDaysLeft"/>, on the day of the entry.</param>
/// <param name="DaysAtEntry">As <paramref name="DaysLeft"/>, on the day of the entry.</param>
/// <param name="DaysHeld">New York calendar days since the entry; null if the entry's day is unknown.</param>
/// <param name="TradingMinutesHeld">Minutes of open market since the entry; null if unknown.</param>
public readonly record struct TimingFacts(
    DateTimeOffset Now,
    TimeOnly NewYorkTime,
    DateTimeOffset CloseAt,
    DateTimeOffset DeadlineAt,
    int? TradingDaysLeft,
    int? DaysLeft,
    int? TradingDaysAtEntry,
    int? DaysAtEntry,
    int? DaysHeld,
    int? TradingMinutesHeld)
{
    /// <summary>False for the default: nobody said what time it is.</summary>
    public bool IsKnown => Now != default;

    /// <summary>UTC; the deadline or the session's close, whichever comes first.</summary>
    public DateTimeOffset LastExitAt => DeadlineAt < CloseAt ? DeadlineAt : CloseAt;
}
