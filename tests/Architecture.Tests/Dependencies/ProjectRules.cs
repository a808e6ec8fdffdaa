using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>Which project file may reference which.</summary>
internal static class ProjectRules
{
    /// <summary>By folder of the referring project, the folders it may refer to.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["shared/Domain"] = [],
        ["shared/Engine"] = ["shared/Domain"],
        ["functions"] = ["shared/Engine", "shared/Domain"],
        // The function app is built with the simulator and started as a process of its own.
        ["simulator"] = ["shared/Domain", "functions"],
    };

    public static IEnumerable<string> Violations(ProjectFile project)
    {
        foreach (var target in project.Projects.Where(target => !MayReference(project.Folder, target)))
        {
            yield return $"{project.Path} must not reference {target}";
        }

        if (project.Folder == "shared/Domain" && project.Packages.Count + project.Vendors.Count > 0)
        {
            yield return $"{project.Path} must not reference packages: {string.Join(", ", project.Packages.Concat(project.Vendors))}";
        }

        if (project.HasVersions)
        {
            yield return $"{project.Path} names a package version: versions stand in Directory.Packages.props";
        }
    }

    private static bool MayReference(string folder, string target)
    {
        var targetFolder = target[..target.LastIndexOf('/')];
        if (folder.StartsWith("compat/", StringComparison.Ordinal))
        {
            return targetFolder.StartsWith("compat/", StringComparison.Ordinal);
        }

        return folder.StartsWith("tests/", StringComparison.Ordinal)
            || (Allowed.TryGetValue(folder, out var allowed) && allowed.Contains(targetFolder));
    }
}
