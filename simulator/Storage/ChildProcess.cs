using System.Diagnostics;

namespace ExitDesk.Simulator.Storage;

/// <summary>A child process whose output is read, its last lines kept, and which never outlives its owner's disposal.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // npm names the cause first and explains itself for a hundred lines after it.
    private const int LinesKept = 200;

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly Task _reading;

    private ChildProcess(Process process, Action<string> onLine)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, onLine), ReadAsync(process.StandardError, onLine));
    }

    public int Id => _process.Id;

    /// <summary>The last lines of both outputs.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return string.Join(Environment.NewLine, _lines);
            }
        }
    }

    public static ChildProcess Start(ProcessStartInfo command, Action<string>? onLine = null) =>
        new(Process.Start(command)!, onLine ?? (_ => { }));

    /// <summary>Waits for the end, its output included, and returns the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Tells a child that watches its standard input to end.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Ends the process and all it started, at once.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_gate)
            {
                _lines.Enqueue(line);
                if (_lines.Count > LinesKept)
                {
                    _lines.Dequeue();
                }
            }

            onLine(line);
        }
    }
}
