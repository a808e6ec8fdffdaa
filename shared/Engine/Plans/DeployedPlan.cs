namespace ExitDesk.Engine.Plans;

/// <summary>The plan file that was deployed with the app, as it was read at the start; not checked yet.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Json">Its text; null if there is none.</param>
public sealed record DeployedPlan(string Name, string? Json)
{
    /// <summary>The file's name beside the app.</summary>
    public const string FileName = "exitdesk.json";

    public static DeployedPlan None { get; } = new(FileName, null);
}
