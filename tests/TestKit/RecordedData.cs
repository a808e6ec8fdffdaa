namespace ExitDesk.TestKit;

/// <summary>Finds the recorded market data, which lives outside the repository.</summary>
public static class RecordedData
{
    private const string Variable = "EXITDESK_RECORDED";

    /// <summary>The folder that holds <c>option/usa</c> and <c>equity/usa</c>; null: not on this machine.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why tests that need the data are skipped.</summary>
    public static string MissingReason =>
        $"Recorded market data is missing: set {Variable} to its folder, "
        + "or put it at ../shared/data/recorded beside the repository.";

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Existing(named);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            {
                return Existing(Path.Combine(folder.FullName, "..", "shared", "data", "recorded"));
            }
        }

        return null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
}
