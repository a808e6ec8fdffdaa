using System.Globalization;

namespace ExitDesk.Domain.Plans;

/// <summary>A whole number.</summary>
public sealed record CountShape(int Minimum, int Maximum) : PlanShape
{
    public override PlanToken Token => PlanToken.Number;

    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}");

    public override bool TryRead(string text, out object? value)
    {
        value = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= Minimum && count <= Maximum
            ? count
            : null;
        return value is not null;
    }

    protected override string Text(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);
}
