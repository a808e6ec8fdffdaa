using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ExitDesk.Simulator.Storage;

/// <summary>The Node that <c>PATH</c> leads to.</summary>
public static class NodeRuntime
{
    /// <summary>The oldest major version that Azurite and its packages run on.</summary>
    public const int OldestMajorVersion = 20;

    private const string Advice = "Install Node 20 or later with npm (https://nodejs.org) and make sure that 'node' is on PATH.";

    /// <summary>Why Node cannot be used here; null when it can.</summary>
    public static async Task<string?> ProblemAsync(CancellationToken cancellationToken = default)
    {
        var version = await VersionAsync("node", cancellationToken).ConfigureAwait(false);
        return version is null
            ? $"Node was not found. {Advice}"
            : MajorVersion(version) is not >= OldestMajorVersion
            ? $"Node {version} is too old. {Advice}"
            : await VersionAsync("npm", cancellationToken).ConfigureAwait(false) is null
            ? $"npm was not found beside Node {version}. {Advice}"
            : null;
    }

    /// <summary>The major version in a text like <c>v20.11.1</c>; null when it is none.</summary>
    public static int? MajorVersion(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    /// <summary>A command line for Node or npm; npm is a script that Windows only starts by way of its shell.</summary>
    internal static ProcessStartInfo Command(string tool, params ReadOnlySpan<string> arguments)
    {
        var viaShell = tool == "npm" && OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(viaShell ? "cmd.exe" : tool)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in viaShell ? ["/c", "npm", .. arguments] : arguments.ToArray())
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task<string?> VersionAsync(string tool, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(Command(tool, "--version"))!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellationToken)).ConfigureAwait(false);
            return process.ExitCode == 0 ? (await output.ConfigureAwait(false)).Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
