using System.Globalization;

namespace ExitDesk.Domain.Plans;

/// <summary>A length of time in one unit: <c>90s</c>, <c>30m</c>, <c>2h</c>.</summary>
public sealed record DurationShape(TimeSpan Minimum, TimeSpan Maximum) : PlanShape
{
    public override PlanToken Token => PlanToken.Text;

    public override string Expected => $"a duration such as 90s, 30m or 2h, from {Text(Minimum)} to {Text(Maximum)}";

    public override bool TryRead(string text, out object? value)
    {
        value = null;
        if (text.Length is < 2 or > 7 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        TimeSpan? duration = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => null,
        };
        value = duration >= Minimum && duration <= Maximum ? duration : null;
        return value is not null;
    }

    protected override string Text(object value)
    {
        var duration = (TimeSpan)value;
        var (count, unit) = duration.Ticks % TimeSpan.TicksPerHour == 0 && duration > TimeSpan.Zero ? (duration.TotalHours, 'h')
            : duration.Ticks % TimeSpan.TicksPerMinute == 0 ? (duration.TotalMinutes, 'm')
            : (duration.TotalSeconds, 's');
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
