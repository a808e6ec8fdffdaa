using NodaTime;
using NodaTime.Extensions;

namespace ExitDesk.Simulator.Market;

/// <summary>Conversions between New York wall time and UTC instants.</summary>
/// <remarks>By NodaTime's own tz database: the operating system's may be missing, old or differently named.</remarks>
public static class NewYork
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>The UTC instant of a New York wall time.</summary>
    /// <remarks>A time skipped in spring moves an hour on; of a time repeated in autumn the first is meant.</remarks>
    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToLocalDate().At(time.ToLocalTime());
        return local.InZoneLeniently(Zone).ToInstant().ToDateTimeOffset();
    }

    /// <summary>First instant of a New York day, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => ToUtc(date, TimeOnly.MinValue);

    /// <summary>The New York day of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => Local(at).Date.ToDateOnly();

    /// <summary>The New York wall time of an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => Local(at).TimeOfDay.ToTimeOnly();

    private static LocalDateTime Local(DateTimeOffset at) => at.ToInstant().InZone(Zone).LocalDateTime;
}
