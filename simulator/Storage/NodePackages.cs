using System.Globalization;
using System.Security.Cryptography;

namespace ExitDesk.Simulator.Storage;

/// <summary>The npm packages of one folder, as its <c>package-lock.json</c> names them.</summary>
/// <param name="folder">The folder of <c>package.json</c> and <c>package-lock.json</c>.</param>
/// <param name="progress">Told of a restore: its begin, the time it takes every five seconds, its end.</param>
/// <param name="time">Measures the restore.</param>
public sealed class NodePackages(string folder, TextWriter progress, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    // Inside node_modules, so that who deletes that folder gets a new restore.
    private string Stamp => Path.Combine(folder, "node_modules", ".exitdesk-restored");

    /// <summary>The packages of the simulator itself.</summary>
    public static NodePackages OfSimulator(TextWriter progress) => new(SimulatorFolder.Path, progress, TimeProvider.System);

    /// <summary>Makes sure that the packages are there: a moment when they are, some 10 to 20 seconds the first time.</summary>
    /// <remarks>Of several processes at once one restores and the others wait for it.</remarks>
    /// <exception cref="NodeUnavailableException">A restore is due, and Node or npm is missing or too old.</exception>
    /// <exception cref="NodePackagesException"><c>npm ci</c> failed.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken = default)
    {
        if (await NodeRuntime.ProblemAsync(cancellationToken).ConfigureAwait(false) is { } problem)
        {
            throw new NodeUnavailableException(problem);
        }

        if (await IsRestoredAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await using var turn = await MachineWideLock.EnterAsync(Path.GetFullPath(folder), time, cancellationToken)
            .ConfigureAwait(false);
        if (!await IsRestoredAsync(cancellationToken).ConfigureAwait(false))
        {
            await InstallAsync(cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(Path.GetDirectoryName(Stamp)!);
            await File.WriteAllTextAsync(Stamp, await WantedAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<bool> IsRestoredAsync(CancellationToken cancellationToken) =>
        File.Exists(Stamp) &&
        await File.ReadAllTextAsync(Stamp, cancellationToken).ConfigureAwait(false) ==
        await WantedAsync(cancellationToken).ConfigureAwait(false);

    private async Task<string> WantedAsync(CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken).ConfigureAwait(false);
        return Convert.ToHexString(SHA256.HashData(content));
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Say($"Restoring Node packages in {folder} (npm ci) ...");
        await using (time.CreateTimer(_ => Say($"  still restoring, {Elapsed(started)}"), null, Heartbeat, Heartbeat).ConfigureAwait(false))
        {
            var command = NodeRuntime.Command("npm", "ci", "--no-audit", "--no-fund");
            command.WorkingDirectory = folder;
            await using var npm = ChildProcess.Start(command);
            if (await npm.WaitForExitAsync(cancellationToken).ConfigureAwait(false) is not 0 and var code)
            {
                throw new NodePackagesException(
                    $"'npm ci' failed in {folder} with code {code}. It needs to reach the npm registry once." +
                    Environment.NewLine + npm.Output);
            }
        }

        Say($"Node packages restored in {Elapsed(started)}.");
    }

    private string Elapsed(long started) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(started).TotalSeconds:F0} s");

    private void Say(string line)
    {
        // The heartbeat speaks from a timer's thread.
        lock (progress)
        {
            progress.WriteLine(line);
        }
    }
}
