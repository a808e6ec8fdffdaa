using System.Xml.Linq;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>What a project file says it needs.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Projects">Referenced project files, as paths from the root.</param>
/// <param name="Packages">Referenced packages.</param>
/// <param name="Vendors">Official packages that may be replaced by a stand-in.</param>
/// <param name="HasVersions">True if a package reference carries a version of its own.</param>
internal sealed record ProjectFile(
    string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Vendors, bool HasVersions)
{
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. RepositoryFolder.Files("*.csproj").Select(path => Read(path, RepositoryFolder.Read(path)))];

    public string Folder => Path[..Path.LastIndexOf('/')];

    public static ProjectFile Read(string path, string xml)
    {
        var root = XElement.Parse(xml);
        var folder = "/" + path[..path.LastIndexOf('/')];
        return new ProjectFile(
            path,
            [.. Includes(root, "ProjectReference").Select(include => System.IO.Path.GetFullPath(include, folder)[1..])],
            Includes(root, "PackageReference"),
            Includes(root, "VendorPackage"),
            root.Descendants("PackageReference").Any(reference =>
                reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null));
    }

    private static IReadOnlyList<string> Includes(XElement root, string item) =>
        [.. root.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>()];
}
