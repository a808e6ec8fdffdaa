using NodaTime;

namespace ExitDesk.Simulator.Venue;

/// <summary>The exchange's local time.</summary>
public static class NewYork
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static ZonedDateTime Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Zone);

    public static LocalDate Day(DateTimeOffset at) => Local(at).Date;

    /// <summary>The instant, in UTC, of a time of day in New York.</summary>
    public static DateTimeOffset At(LocalDate day, int hour, int minute = 0) =>
        day.At(new LocalTime(hour, minute)).InZoneLeniently(Zone).ToInstant().ToDateTimeOffset();

    /// <summary>The same instant with New York's offset.</summary>
    public static DateTimeOffset WithOffset(DateTimeOffset at) => Local(at).ToDateTimeOffset();
}
