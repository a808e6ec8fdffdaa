namespace Alpaca.Markets;

/// <summary>Two moments of one day with the offset that New York has on it: −5 h, or −4 h in summer.</summary>
/// <remarks>The system's time zone data is used, as by the official package; a system without it fails the first read.</remarks>
public readonly record struct OpenClose
{
    // Windows knows the zone by its own name, and by this one only with ICU.
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById(
        OperatingSystem.IsWindows() ? "Eastern Standard Time" : "America/New_York");

    private OpenClose(DateTimeOffset open, DateTimeOffset close)
    {
        OpenEst = open;
        CloseEst = close;
    }

    public DateTimeOffset OpenEst { get; }

    public DateTimeOffset CloseEst { get; }

    /// <summary>The same as UTC.</summary>
    public Interval<DateTime> ToInterval() => new(OpenEst.UtcDateTime, CloseEst.UtcDateTime);

    internal static OpenClose InNewYork(DateOnly date, TimeOnly open, TimeOnly close) => new(At(date, open), At(date, close));

    private static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, NewYork.GetUtcOffset(local));
    }
}
