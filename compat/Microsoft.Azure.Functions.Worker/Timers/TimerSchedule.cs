using System.Globalization;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>When a timer is due, in UTC: a crontab expression or a constant interval.</summary>
internal sealed class TimerSchedule
{
    private readonly string _text;
    private readonly CrontabSchedule? _crontab;
    private readonly TimeSpan _interval;

    private TimerSchedule(string text, CrontabSchedule? crontab, TimeSpan interval)
    {
        _text = text;
        _crontab = crontab;
        _interval = interval;
    }

    /// <summary>Reads six fields (with seconds), five (without), or a time span. Null if the text is none of these.</summary>
    public static TimerSchedule? TryParse(string text)
    {
        var withSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        var crontab = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds });
        if (crontab is not null)
        {
            return new TimerSchedule(text, crontab, default);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new TimerSchedule(text, null, interval)
            : null;
    }

    /// <summary>The first occurrence after <paramref name="instant"/> (UTC).</summary>
    public DateTime After(DateTime instant) => _crontab?.GetNextOccurrence(instant) ?? instant + _interval;

    /// <summary>Whether the next few occurrences are a minute or more apart: only such schedules are recorded.</summary>
    public bool IsSparse(DateTime now)
    {
        var occurrence = After(now);
        for (var step = 0; step < 5; step++)
        {
            var following = After(occurrence);
            if (following - occurrence < TimeSpan.FromMinutes(1))
            {
                return false;
            }

            occurrence = following;
        }

        return true;
    }

    public override string ToString() => _text;
}
