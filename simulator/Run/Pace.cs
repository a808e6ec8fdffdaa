namespace ExitDesk.Simulator.Run;

/// <summary>Keeps simulated time at so many times wall time; late by itself it never hurries to catch up more than it must.</summary>
internal sealed class Pace(TimeProvider time, double? speed)
{
    private DateTimeOffset? _marketStart;
    private DateTimeOffset _wallStart;

    /// <summary>Forgets the time that has passed, after a jump that nobody was to wait for.</summary>
    public void Restart() => _marketStart = null;

    /// <summary>Waits until a simulated instant may come.</summary>
    public async Task WaitAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (speed is not { } factor)
        {
            return;
        }

        if (_marketStart is not { } start)
        {
            (_marketStart, _wallStart) = (instant, time.GetUtcNow());
            return;
        }

        var wait = _wallStart + ((instant - start) / factor) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
