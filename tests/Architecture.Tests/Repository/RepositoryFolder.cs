namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>The checked-out repository, found from the running test upwards.</summary>
internal static class RepositoryFolder
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "bin", "obj", ".git", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Walks up to the folder with the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds it.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds Serverless.sln: run the tests inside the repository.");
    }

    /// <summary>Files by pattern, as paths from the root with forward slashes; what builds and packages leave behind is not ours.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        [.. FilesBelow(new DirectoryInfo(Root), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories()
            .Where(below => !NotOurs.Contains(below.Name))
            .SelectMany(below => FilesBelow(below, pattern)));
}
