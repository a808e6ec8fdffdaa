using System.Globalization;
using NodaTime;

namespace ExitDesk.Engine.Market;

/// <summary>New York time, from NodaTime's own database: the host's may be missing or old.</summary>
public static class NewYork
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    /// <summary>The instant of a local time; a time that a clock change skips moves past the gap.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = LocalDateTime.FromDateTime(date.ToDateTime(time));
        return Zone.AtLeniently(local).ToDateTimeOffset().ToUniversalTime();
    }

    /// <summary>For instance <c>14:28:05 ET</c>.</summary>
    public static string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture) + " ET";

    /// <summary>For instance <c>16:00 ET</c>, or with the day if it is not the day of <paramref name="now"/>: <c>Mon 28 Dec 09:31 ET</c>.</summary>
    public static string ShortClock(DateTimeOffset instant, DateTimeOffset now) => Local(instant).ToString(
        DateOf(instant) == DateOf(now) ? "HH:mm" : "ddd d MMM HH:mm", CultureInfo.InvariantCulture) + " ET";

    private static DateTime Local(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeUnspecified();
}
