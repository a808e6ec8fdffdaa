using System.Text.RegularExpressions;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>C# without what only looks like C#: comments, strings, character literals.</summary>
/// <remarks>Line breaks stay, so that line numbers and line starts do. Code inside interpolation holes is blanked too.</remarks>
internal static partial class CodeText
{
    public static string Of(string text) => Literal().Replace(text, match => Blank(match.Value));

    private static string Blank(string literal) =>
        literal[0] is '/' ? LineBreaksOf(literal) : $"\"{LineBreaksOf(literal)}\"";

    private static string LineBreaksOf(string literal) => new('\n', literal.Count(character => character == '\n'));

    [GeneratedRegex("""
        //[^\n]*                                   # comments, documentation among them
        | /\*[\s\S]*?\*/
        | \$*(?<quotes>"{3,})[\s\S]*?\k<quotes>(?!")  # raw strings
        | (?:\$@|@\$|@)"(?:[^"]|"")*"              # verbatim strings
        | \$?"(?:\\.|[^"\\\n])*"                   # strings
        | '(?:\\.[^'\n]*|[^'\\\n])'                # characters
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
