using System.Diagnostics;
using System.Reflection;
using Azure.Data.Tables;
using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Simulator.Tests.Storage;

public sealed class AzuriteTests : IAsyncLifetime
{
    // Starts Azurite the way the simulator does, prints its process id and then its ready line. Arguments: launcher.
    private const string Parent = """
        const { spawn } = require('child_process');
        const { createServer } = require('net');

        const probe = createServer().listen(0, '127.0.0.1', () => {
          const { port } = probe.address();
          probe.close(() => {
            const options = ['--tableHost', '127.0.0.1', '--tablePort', String(port), '--silent', '--disableTelemetry', '--inMemoryPersistence'];
            const child = spawn(process.execPath, [process.argv[2], ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
            console.log(child.pid);
            let seen = '';
            child.stdout.on('data', (data) => {
              seen += data;
              const ready = seen.split('\n').slice(0, -1).find((line) => line.includes('successfully started'));
              if (ready) console.log(ready);
            });
          });
        });
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exitdesk-azurite-");
    private string? _skipReason;

    public async Task InitializeAsync()
    {
        _skipReason = await NodeRuntime.ProblemAsync();
        if (_skipReason is null)
        {
            await NodePackages.OfSimulator(Console.Out).RestoreAsync();
        }
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task WhenStoppedAndStartedAgain_TheFolderStillHoldsTheRows()
    {
        Skip.If(_skipReason is not null, _skipReason);
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Folder = _folder.FullName });
        var (address, first) = (azurite.Address, azurite.ProcessId);
        var table = new TableClient(azurite.ConnectionString, "positions");
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        await azurite.RestartAsync();

        Assert.Equal(address, azurite.Address);
        Assert.NotEqual(first, azurite.ProcessId);
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [SkippableFact]
    public async Task WhenKilled_StartsAgainOnTheSamePort()
    {
        Skip.If(_skipReason is not null, _skipReason);
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Folder = _folder.FullName });
        var address = azurite.Address;
        var table = new TableClient(azurite.ConnectionString, "positions");
        await table.CreateIfNotExistsAsync();

        await azurite.KillAsync();
        Assert.Null(azurite.ProcessId);
        await azurite.RestartAsync();

        Assert.Equal(address, azurite.Address);
        await table.CreateIfNotExistsAsync();
    }

    [SkippableFact]
    public async Task WhenDisposed_NoProcessIsLeft()
    {
        Skip.If(_skipReason is not null, _skipReason);
        var azurite = await Azurite.StartAsync(new AzuriteOptions());
        using var process = Process.GetProcessById(azurite.ProcessId!.Value);

        await azurite.DisposeAsync();

        Assert.True(process.HasExited);
    }

    [SkippableFact]
    public async Task WhenThePortIsTaken_TheErrorShowsAzuritesOutput()
    {
        Skip.If(_skipReason is not null, _skipReason);
        await using var first = await Azurite.StartAsync(new AzuriteOptions());

        var failure = await Assert.ThrowsAsync<AzuriteException>(
            () => Azurite.StartAsync(new AzuriteOptions { Port = first.Address.Port }));

        Assert.Contains("EADDRINUSE", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task WhenItsParentIsKilled_AzuriteEnds()
    {
        Skip.If(_skipReason is not null, _skipReason);
        var script = Path.Combine(_folder.FullName, "parent.js");
        await File.WriteAllTextAsync(script, Parent);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(Launcher);
        using var parent = Process.Start(start)!;
        using var child = Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync())!, null));
        Assert.Contains("successfully started", await parent.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        parent.Kill();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await child.WaitForExitAsync(limit.Token);
        Assert.True(child.HasExited);
    }

    private static string Launcher => Path.Combine(
        typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SimulatorFolder")
            .Value!,
        "Storage",
        "azurite-launcher.js");
}
