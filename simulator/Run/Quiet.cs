namespace ExitDesk.Simulator.Run;

/// <summary>Waits until the function app has done all it can do at this market time.</summary>
internal sealed class Quiet(Rig rig)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>Returns when nothing runs and nothing waits, when an app has ended, or when a call hangs in simulated time.</summary>
    /// <exception cref="TimeoutException">The function app does not come to rest.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var started = rig.Time.GetTimestamp();
        while (!await IsQuietAsync(cancellationToken).ConfigureAwait(false))
        {
            if (rig.WaitingCalls > 0 || rig.Desks.Any(desk => desk.HasExited))
            {
                return;
            }

            if (rig.Time.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"The function app did not come to rest within {Patience.TotalSeconds:0} s; its log is in {rig.Folder}.");
            }

            await Task.Delay(BetweenLooks, rig.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    // A run can send a message and a message can start a run: quiet is no message before and after, and no run in between.
    private async Task<bool> IsQuietAsync(CancellationToken cancellationToken)
    {
        if (!rig.Queues.WhenDrainedAsync(cancellationToken).IsCompletedSuccessfully)
        {
            return false;
        }

        foreach (var desk in rig.Desks)
        {
            if (await desk.Host.RunningAsync(cancellationToken).ConfigureAwait(false) is not 0)
            {
                return false;
            }
        }

        return rig.Queues.WhenDrainedAsync(cancellationToken).IsCompletedSuccessfully;
    }
}
