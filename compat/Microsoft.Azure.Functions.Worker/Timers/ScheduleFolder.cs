using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// Keeps schedule records and timer leases in a folder that hosts on one machine share. Without a folder nothing is kept:
/// each host runs its timers, and forgets when it ends.
/// </summary>
/// <param name="path">Null for no folder.</param>
internal sealed class ScheduleFolder(string? path)
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "FUNCTIONS_SCHEDULE_FOLDER";

    /// <summary>The record of a function's schedule; null if there is none, or none that can be read.</summary>
    public ScheduleStatus? Read(string function)
    {
        try
        {
            return path is null ? null : JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllText(Place(function, "json")));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the record as a whole: a reader sees the old one or the new one.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string function, ScheduleStatus status)
    {
        if (path is null)
        {
            return;
        }

        var draft = Place(function, "tmp");
        File.WriteAllText(draft, JsonSerializer.Serialize(status));
        File.Move(draft, Place(function, "json"), overwrite: true);
    }

    /// <summary>Takes the right to run a timer until disposed, or until this process ends in whatever way.</summary>
    /// <returns>Null while another host has it.</returns>
    public IDisposable? TryLease(string function)
    {
        if (path is null)
        {
            return new MemoryStream();
        }

        try
        {
            return new FileStream(Place(function, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Creates the folder.</summary>
    public void Prepare(StartupProblems problems)
    {
        try
        {
            _ = path is null ? null : Directory.CreateDirectory(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(
                Setting,
                $"the folder '{path}' cannot be made ({refused.Message}). Name one that can be written, or leave the setting out.");
        }
    }

    private string Place(string function, string extension) => Path.Combine(path!, $"{function}.{extension}");
}
