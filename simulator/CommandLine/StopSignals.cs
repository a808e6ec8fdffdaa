using System.Runtime.InteropServices;

namespace ExitDesk.Simulator.CommandLine;

/// <summary>Ctrl+C and SIGTERM: the first asks for an orderly end with a scorecard, the second ends at once.</summary>
public sealed class StopSignals : IDisposable
{
    private const int Interrupted = 130;

    private readonly CancellationTokenSource _stop = new();
    private readonly IDisposable[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_stop.IsCancellationRequested)
        {
            Environment.Exit(Interrupted);
        }

        _stop.Cancel();
    }
}
