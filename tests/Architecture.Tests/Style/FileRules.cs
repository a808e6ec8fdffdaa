using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Style;

/// <summary>What one source file may be: short, one type, well named.</summary>
internal static partial class FileRules
{
    public const int MostLines = 250;

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Manager", "Utils", "Util", "Common", "Base", "Info"];

    /// <summary>Names that official packages gave; a stand-in must carry them.</summary>
    private static readonly string[] VendorNames = ["TimerInfo", "WebhookInfo", "AlpacaClientConfigurationBase"];

    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Lines > MostLines ? [$"{file.Path}: {file.Lines} lines, at most {MostLines}"] : [];

    public static IEnumerable<string> NotOneType(SourceFile file)
    {
        var types = file.Types.Where(type => type.IsTopLevel).ToList();
        var open = types.Where(type => type.IsPublic).Select(type => type.Name).Distinct().ToList();
        if (open.Count > 1)
        {
            yield return $"{file.Path}: public types {string.Join(", ", open)}; one a file";
        }

        if (types.Count > 0 && types.All(type => type.Name != file.Name))
        {
            yield return $"{file.Path}: declares {types[0].Name}; name the file after its type";
        }
    }

    public static IEnumerable<string> EmptyNames(SourceFile file) =>
        file.Types.Select(type => type.Name)
            .Where(name => !VendorNames.Contains(name) && Word().Matches(name).Any(word => EmptyWords.Contains(word.Value)))
            .Select(name => $"{file.Path}: {name} says nothing; name what it does or is");

    public static IEnumerable<string> InterfacesOutsidePorts(SourceFile file) =>
        file.Path.Contains("/Ports/", StringComparison.Ordinal)
            ? []
            : file.Types.Where(type => type.Kind == "interface").Select(type => $"{file.Path}: {type.Name}");

    /// <summary>The length that this share of the files does not exceed, by nearest rank.</summary>
    public static int Percentile(IEnumerable<SourceFile> files, double share)
    {
        var lengths = files.Select(file => file.Lines).Order().ToList();
        return lengths[Math.Max(0, (int)Math.Ceiling(share * lengths.Count) - 1)];
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
