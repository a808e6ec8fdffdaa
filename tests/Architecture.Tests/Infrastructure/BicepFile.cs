using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>One Bicep file, read as text: a declaration begins at the start of a line, as everywhere in this repository.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">As it is.</param>
internal sealed partial record BicepFile(string Path, string Text)
{
    public const string Main = "infra-bicep/main.bicep";

    public static IReadOnlyList<BicepFile> Templates { get; } = Read("*.bicep");

    public static IReadOnlyList<BicepFile> ParameterFiles { get; } = Read("*.bicepparam");

    /// <summary>Parameters and outputs.</summary>
    public IReadOnlyList<BicepDeclaration> Declarations =>
        [.. Declaration().Matches(Text).Select(match => new BicepDeclaration(
            match.Groups["keyword"].Value,
            match.Groups["name"].Value,
            IsDescribed: Description().IsMatch(match.Groups["decorators"].Value),
            HasDefault: match.Groups["rest"].Value.Contains('=', StringComparison.Ordinal)))];

    public IEnumerable<BicepDeclaration> Parameters => Declarations.Where(declaration => declaration.Keyword == "param");

    public IReadOnlyList<BicepModule> Modules =>
        [.. Module().Matches(Text).Select(match => new BicepModule(
            match.Groups["name"].Value,
            match.Groups["path"].Value,
            [.. Passed().Matches(Parts().Match(match.Groups["body"].Value).Value).Select(passed => passed.Groups["name"].Value)]))];

    /// <summary>Types of the resources, without their versions; those of nested ones are their last part only.</summary>
    public IReadOnlyList<string> ResourceTypes => [.. Resource().Matches(Text).Select(match => match.Groups["type"].Value)];

    /// <summary>Values of a property, as they are written.</summary>
    public IReadOnlyList<string> ValuesOf(string property) =>
        [.. Regex.Matches(Text, $@"\b{Regex.Escape(property)}: (?<value>[^\r\n}}]+)").Select(match => match.Groups["value"].Value.Trim())];

    private static IReadOnlyList<BicepFile> Read(string pattern) =>
        [.. RepositoryFolder.Files(pattern).Select(path => new BicepFile(path, RepositoryFolder.Read(path)))];

    [GeneratedRegex(@"(?<decorators>(?:^@.*\n)*)^(?<keyword>param|output) (?<name>\w+)(?<rest>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"@description\('(?:[^'\\]|\\.){4,}'\)")]
    private static partial Regex Description();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']+)' = .*\{\n(?<body>(?:(?!^\}).*\n)*)^\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Module();

    [GeneratedRegex(@"^  params: \{\n(?:    .*\n)*", RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Passed();

    [GeneratedRegex(@"^ *resource \w+ '(?<type>[\w./]+)@", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Resource();
}
