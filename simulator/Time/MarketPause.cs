namespace ExitDesk.Simulator.Time;

/// <summary>Waits in market time.</summary>
internal sealed class MarketPause(MarketClock clock)
{
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Ends when the clock has moved by <paramref name="span"/>, or with the caller's patience.</summary>
    public async Task WaitAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var due = clock.Now + span;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        clock.Advanced += Look;
        Interlocked.Increment(ref _waiting);
        try
        {
            // The clock may have moved between the first look and the subscription.
            Look(clock.Now);
            await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            clock.Advanced -= Look;
        }

        void Look(DateTimeOffset now)
        {
            if (now >= due)
            {
                reached.TrySetResult();
            }
        }
    }
}
