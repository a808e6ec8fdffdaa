using System.Text.RegularExpressions;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>One C# file of the repository.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">As it is.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Every C# file that we wrote.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. RepositoryFolder.Files("*.cs").Select(path => new SourceFile(path, RepositoryFolder.Read(path)))];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The text with the content of comments, strings and character literals blanked out.</summary>
    public string Code { get; } = CodeText.Of(Text);

    /// <summary>Lines as <c>wc -l</c> counts them.</summary>
    public int Lines => Text.Count(character => character == '\n');

    /// <summary>Types that the file declares, nested ones included, in the order of the text.</summary>
    public IReadOnlyList<TypeDeclaration> Types =>
        [.. Declaration().Matches(Code).Select(match => new TypeDeclaration(
            match.Groups["name"].Value,
            match.Groups["kind"].Value,
            IsPublic: match.Groups["modifiers"].Value.Contains("public", StringComparison.Ordinal),
            IsTopLevel: match.Groups["indent"].Length == 0))];

    public bool IsUnder(params string[] folders) =>
        folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(?<indent>[ \t]*)(?<modifiers>(?:(?:public|internal|private|protected|static|sealed|abstract|readonly|ref|partial|file|unsafe|new)\s+)*)"
        + @"(?<kind>record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>\[\],.? ]+?)\s+(?<name>[A-Za-z_]\w*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
