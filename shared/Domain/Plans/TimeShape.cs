using System.Globalization;

namespace ExitDesk.Domain.Plans;

/// <summary>A time of day in New York, <c>15:55</c>.</summary>
public sealed record TimeShape(TimeOnly Earliest, TimeOnly Latest) : PlanShape
{
    public override PlanToken Token => PlanToken.Text;

    public override string Expected => $"a New York time such as 15:55, from {Text(Earliest)} to {Text(Latest)}";

    public override bool TryRead(string text, out object? value)
    {
        value = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time >= Earliest && time <= Latest
            ? time
            : null;
        return value is not null;
    }

    protected override string Text(object value) => ((TimeOnly)value).ToString("HH:mm", CultureInfo.InvariantCulture);
}
