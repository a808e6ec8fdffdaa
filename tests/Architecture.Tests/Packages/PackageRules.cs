using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ExitDesk.Architecture.Tests.Packages;

/// <summary>Builds repeat: exact versions, and lock files that hold on any feed.</summary>
internal static partial class PackageRules
{
    public static IEnumerable<string> InexactVersions(string propsXml) =>
        XElement.Parse(propsXml).Descendants()
            .Where(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Where(element => !Exact().IsMatch(element.Attribute("Version")?.Value ?? ""))
            .Select(element => $"{element.Attribute("Include")?.Value}: \"{element.Attribute("Version")?.Value}\"");

    /// <summary>Lines of a lock file that tie it to one registry.</summary>
    public static IEnumerable<string> Registries(string path, string text) =>
        text.Split('\n')
            .Where(line => RegistryLine().IsMatch(line))
            .Select(line => $"{path}: {line.Trim()}");

    public static IEnumerable<string> MissingInSolution(string solution, IEnumerable<string> projects) =>
        projects.Where(project => !solution.Replace('\\', '/').Contains($"\"{project}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Exact();

    // A package's home page or funding page is no registry.
    [GeneratedRegex(@"""(resolved|tarball|registry|source)""\s*:\s*""\w+://", RegexOptions.ExplicitCapture)]
    private static partial Regex RegistryLine();
}
