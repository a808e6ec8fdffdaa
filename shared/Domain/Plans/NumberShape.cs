using System.Globalization;

namespace ExitDesk.Domain.Plans;

/// <summary>A decimal number: a fraction, a multiple or USD, as the value's description says.</summary>
/// <param name="Minimum">The bound below, in the value's own unit: a fraction, a multiple, USD.</param>
/// <param name="Maximum">The greatest value, in the same unit.</param>
public sealed record NumberShape(decimal Minimum, decimal Maximum) : PlanShape
{
    /// <summary>True if <see cref="Minimum"/> itself is not allowed.</summary>
    public bool IsAboveMinimum { get; init; }

    /// <summary>True for fractions: 0.25 is 25 %.</summary>
    public bool IsFraction { get; init; }

    public override PlanToken Token => PlanToken.Number;

    public override string Expected => string.Create(
        CultureInfo.InvariantCulture,
        $"a number {(IsAboveMinimum ? "above" : "of at least")} {Minimum} and at most {Maximum}{(IsFraction ? ", as a fraction (0.25 is 25 %)" : "")}{(IsOptional ? ", or null for none" : "")}");

    public override bool TryRead(string text, out object? value)
    {
        value = null;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number > Maximum || number < Minimum || (IsAboveMinimum && number == Minimum))
        {
            return false;
        }

        value = number;
        return true;
    }

    protected override string Text(object value) => ((decimal)value).ToString("0.##########", CultureInfo.InvariantCulture);
}
