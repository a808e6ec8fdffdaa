using System.Text.RegularExpressions;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>A text of a simple form.</summary>
/// <param name="Pattern">A regular expression that editors and code read alike: classes of ASCII characters and counts.</param>
/// <param name="Meaning">The same in words, as the end of "… is expected".</param>
public sealed record PatternShape(string Pattern, string Meaning) : PlanShape
{
    private readonly Regex _pattern = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public override PlanToken Token => PlanToken.Text;

    public override string Expected => Meaning;

    public override bool TryRead(string text, out object? value)
    {
        // The expression's $ would let a line end pass.
        value = _pattern.IsMatch(text) && !text.EndsWith('\n') ? text : null;
        return value is not null;
    }

    protected override string Text(object value) => (string)value;
}
