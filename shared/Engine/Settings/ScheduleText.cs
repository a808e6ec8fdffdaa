using System.Globalization;
using NCrontab;

namespace ExitDesk.Engine.Settings;

/// <summary>What a timer's schedule may look like; the Functions host reads it with the same parser.</summary>
internal static class ScheduleText
{
    private const int Fields = 6;

    /// <summary>Whether the text is six NCRONTAB fields, or an interval above zero such as <c>00:01:00</c>.</summary>
    /// <remarks>
    /// Narrower than the host on purpose: it also takes five fields without seconds, where <c>*/15 * * * *</c> means minutes and
    /// not seconds, and a bare number as an interval of so many days.
    /// </remarks>
    public static bool IsSchedule(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == Fields
        ? CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is not null
        : text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
            && interval > TimeSpan.Zero;
}
