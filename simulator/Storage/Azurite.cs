using System.Net;
using System.Net.Sockets;

namespace ExitDesk.Simulator.Storage;

/// <summary>Azurite's table service as a child process. It ends with this process, whatever ends that.</summary>
/// <remarks>Not safe for concurrent use, except by its clients.</remarks>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's published account, https://learn.microsoft.com/azure/storage/common/storage-use-azurite (read 2026-11-20).
    public const string AccountName = "devstoreaccount1";
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int StartAttempts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly AzuriteOptions _options;
    private ChildProcess? _process;

    private Azurite(AzuriteOptions options) => _options = options;

    /// <summary>The account's table endpoint, the same after a restart.</summary>
    public Uri Address => new($"{Scheme}://127.0.0.1:{_options.Port}/{AccountName}");

    /// <summary>What a table client connects with.</summary>
    public string ConnectionString => Connect(Address);

    /// <summary>The system's id of the child process; null when it is not running.</summary>
    public int? ProcessId => _process?.Id;

    private string Scheme => _options.Certificate is null ? "http" : "https";

    /// <summary>Starts Azurite and waits until it answers. Its packages must be restored (<see cref="NodePackages"/>).</summary>
    /// <exception cref="AzuriteException">It died or was not ready within a minute.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var azurite = new Azurite(options with { Port = options.Port == 0 ? FreePort() : options.Port });
            try
            {
                await azurite.LaunchAsync(cancellationToken).ConfigureAwait(false);
                return azurite;
            }
            catch (AzuriteException failure) when (
                options.Port == 0 && attempt < StartAttempts && failure.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
            {
                // Another process took the port between the probe and the start.
            }
        }
    }

    /// <summary>What a table client connects with to reach the account at an endpoint.</summary>
    internal static string Connect(Uri endpoint) =>
        $"DefaultEndpointsProtocol={endpoint.Scheme};AccountName={AccountName};AccountKey={AccountKey};TableEndpoint={endpoint};";

    /// <summary>Ends it in order: data in a folder is written first.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        await using (process.ConfigureAwait(false))
        {
            process.CloseInput();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Disposal kills it.
            }
        }
    }

    /// <summary>Ends it as a crash would: what was written in the last five seconds may be lost.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.KillAsync().ConfigureAwait(false);
            await process.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Starts it again on the same port and folder, after a stop or a kill.</summary>
    /// <exception cref="AzuriteException">It died or was not ready within a minute.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync().ConfigureAwait(false);
        await LaunchAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops it, forgets all that was written, and starts it again on the same port.</summary>
    /// <exception cref="AzuriteException">It died or was not ready within a minute.</exception>
    public async Task BeginAnewAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync().ConfigureAwait(false);
        if (_options.Folder is { } folder)
        {
            Directory.Delete(folder, recursive: true);
        }

        await LaunchAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(AzuriteCommand.Of(_options), line => SignalReady(line, ready));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            var exit = process.WaitForExitAsync(limit.Token);
            if (await Task.WhenAny(ready.Task, exit).ConfigureAwait(false) == exit)
            {
                var code = await exit.ConfigureAwait(false);
                throw new AzuriteException($"Azurite ended with code {code} before it was ready.{Environment.NewLine}{process.Output}");
            }

            _process = process;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AzuriteException($"Azurite was not ready after {StartLimit.TotalSeconds} s.{Environment.NewLine}{process.Output}");
        }
        finally
        {
            if (_process is null)
            {
                await process.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static void SignalReady(string line, TaskCompletionSource ready)
    {
        if (line.Contains("successfully started", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
