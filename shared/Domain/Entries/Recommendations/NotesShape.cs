using System.Globalization;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Free words of a sender. Line ends and tabs may be in them, no other control characters: cards and rows would not take them.</summary>
/// <param name="Longest">Characters, counted as Unicode does: one for each, outside of the basic plane too.</param>
public sealed record NotesShape(int Longest) : PlanShape
{
    /// <summary>What characters may be in it, for editors.</summary>
    public const string Pattern = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

    public override PlanToken Token => PlanToken.Text;

    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a text of at most {Longest} characters, without control characters,");

    public override bool TryRead(string text, out object? value)
    {
        value = text.Length <= 2 * Longest && text.EnumerateRunes().Count() <= Longest && !text.Any(IsControl) ? text : null;
        return value is not null;
    }

    protected override string Text(object value) => (string)value;

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
