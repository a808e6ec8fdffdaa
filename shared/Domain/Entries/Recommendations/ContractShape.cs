using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>An option by its OCC symbol.</summary>
public sealed record ContractShape : PlanShape
{
    /// <summary>Its form; that its date exists and its strike is not zero, no expression tells.</summary>
    public const string Pattern = "^([A-Z]{1,6}|[A-Z]{1,5}[0-9])[0-9]{6}[CP][0-9]{8}$";

    public override PlanToken Token => PlanToken.Text;

    public override string Expected => "an option's OCC symbol such as SPY261218C00600000";

    public override bool TryRead(string text, out object? value)
    {
        value = OccSymbol.TryParse(text, out var contract, out _) ? contract : null;
        return value is not null;
    }

    protected override string Text(object value) => ((OptionContract)value).Symbol;
}
