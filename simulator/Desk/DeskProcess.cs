using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace ExitDesk.Simulator.Desk;

/// <summary>The function app as a process of its own.</summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string _logFile;
    private readonly TimeProvider _time;
    private Process? _process;
    private StreamWriter? _log;

    private DeskProcess(IReadOnlyDictionary<string, string> settings, string logFile, TimeProvider time)
    {
        (_settings, _logFile, _time) = (settings, logFile, time);
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        Host = new DeskHost(Address);
    }

    public Uri Address { get; }

    /// <summary>Tells how the function app is, to a browser too: with its key.</summary>
    public Uri HealthAddress => new(Address, $"api/health?code={DeskSettings.HostKey}");

    public DeskHost Host { get; }

    /// <summary>From start to the first answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>The most memory that the process held at once, in bytes, over all its lives; 0 where the system does not tell.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>True from its first answer until it ends or is ended.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The system's id of it; null before its start and between its lives.</summary>
    public int? ProcessId => _process?.Id;

    public bool HasExited => _process is null || _process.HasExited;

    public static async Task<DeskProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings, string logFile, TimeProvider time, CancellationToken cancellationToken)
    {
        var desk = new DeskProcess(settings, logFile, time);
        await desk.LaunchAsync(cancellationToken).ConfigureAwait(false);
        return desk;
    }

    /// <summary>Runs a command of the function app, with its settings, in a process of its own.</summary>
    /// <param name="words">After the program's name, for instance <c>telegram status</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it said.</returns>
    /// <exception cref="DeskStartException">It ended with another code than 0; with its words.</exception>
    public async Task<string> CommandAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartOf(words)) ?? throw new InvalidOperationException("The function app could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        var said = (await output.ConfigureAwait(false) + await errors.ConfigureAwait(false)).Trim();
        return process.ExitCode == 0 ? said : throw new DeskStartException($"\"{string.Join(' ', words)}\" ended with code {process.ExitCode}: {said}");
    }

    /// <summary>Ends the process at once, as a crash would: nothing is flushed, nothing is finished.</summary>
    public void Kill()
    {
        NoteMemory();
        IsReady = false;
        _process?.Kill();
    }

    /// <summary>Starts it again after it has exited, on the same address.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        IsReady = false;
        await _process!.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        await ReleaseAsync().ConfigureAwait(false);
        await LaunchAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes the memory held so far; called now and then, since an exited process no longer tells.</summary>
    public void NoteMemory()
    {
        if (_process is { HasExited: false } process)
        {
            process.Refresh();
            PeakMemory = Math.Max(PeakMemory, process.PeakWorkingSet64);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } process)
        {
            NoteMemory();
            using var patience = new CancellationTokenSource(StopPatience, _time);
            try
            {
                Signals.Terminate(process);
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        await ReleaseAsync().ConfigureAwait(false);
        Host.Dispose();
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        _log = new StreamWriter(_logFile, append: true, Encoding.UTF8) { AutoFlush = true };
        _process = Process.Start(StartOf([])) ?? throw new InvalidOperationException("The function app could not be started.");
        _process.OutputDataReceived += Write;
        _process.ErrorDataReceived += Write;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!await Host.AnswersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_process.HasExited || _time.GetElapsedTime(started) > StartPatience)
            {
                var how = _process.HasExited ? $"ended with code {_process.ExitCode}" : "did not answer";
                throw new DeskStartException($"The function app {how}. What it said is in {_logFile}:\n{await TailAsync().ConfigureAwait(false)}");
            }

            await Task.Delay(BetweenLooks, _time, cancellationToken).ConfigureAwait(false);
        }

        IsReady = true;
        ReadyAfter = _time.GetElapsedTime(started);
    }

    private ProcessStartInfo StartOf(IReadOnlyList<string> words)
    {
        var assembly = typeof(DeskProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FunctionsAssembly").Value!;
        var start = new ProcessStartInfo("dotnet", [assembly, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Write(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null && _log is { } log)
        {
            lock (log)
            {
                log.WriteLine(line.Data);
            }
        }
    }

    private async Task<string> TailAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await ReleaseAsync().ConfigureAwait(false);
        return string.Join('\n', (await File.ReadAllLinesAsync(_logFile).ConfigureAwait(false)).TakeLast(20));
    }

    private async Task ReleaseAsync()
    {
        _process?.Dispose();
        _process = null;
        if (_log is { } log)
        {
            _log = null;
            await log.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
