using System.Globalization;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Free words of a sender.</summary>
/// <param name="Longest">Characters, counted as Unicode does: one for each, outside of the basic plane too.</param>
public sealed record NotesShape(int Longest) : PlanShape
{
    public override PlanToken Token => PlanToken.Text;

    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a text of at most {Longest} characters");

    public override bool TryRead(string text, out object? value)
    {
        value = text.Length <= 2 * Longest && text.EnumerateRunes().Count() <= Longest ? text : null;
        return value is not null;
    }

    protected override string Text(object value) => (string)value;
}
