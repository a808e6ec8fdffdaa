using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Runs one timer function when it is due, one run at a time.</summary>
/// <remarks>An occurrence that falls into a run is passed over, as the real host does; it is not made up for.</remarks>
internal sealed class TimerListener(
    FunctionEntry function, TimerTrigger trigger, FunctionInvoker invoker, ScheduleFolder folder, TimeProvider time, ILogger log)
    : IListener, IDisposable
{
    private static readonly TimeSpan LeaseRetry = TimeSpan.FromSeconds(10);

    // Timers do not count the time a machine sleeps: look at the clock again at least this often.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private ScheduleStatus? _status;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public FunctionEntry Function => function;

    /// <summary>Runs the timer as its schedule says until the host stops.</summary>
    public async Task ListenAsync(CancellationToken stopping)
    {
        using var lease = await LeaseAsync(stopping).ConfigureAwait(false);
        var isPastDue = trigger.IsMonitored && Recall();
        if (isPastDue || trigger.RunsOnStartup)
        {
            await RunAsync(isPastDue, stopping).ConfigureAwait(false);
            Record(Now);
        }

        while (true)
        {
            var due = trigger.Schedule.After(Now);
            for (var wait = due - Now; wait > TimeSpan.Zero; wait = due - Now)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stopping).ConfigureAwait(false);
            }

            await RunAsync(false, stopping).ConfigureAwait(false);
            Record(due);
        }
    }

    /// <summary>Runs the timer once more, after a run that is under way.</summary>
    public Task TriggerAsync(string? input, CancellationToken stopping) => RunAsync(false, stopping);

    public void Dispose() => _turn.Dispose();

    private async Task RunAsync(bool isPastDue, CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = _status };
            await invoker.InvokeAsync(new Invocation(function, info), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IDisposable> LeaseAsync(CancellationToken stopping)
    {
        for (var first = true; ; first = false)
        {
            if (folder.TryLease(function.Name) is { } lease)
            {
                return lease;
            }

            if (first)
            {
                log.LogInformation("{Function} is run by another host; this one takes over when that ends", function.Name);
            }

            await Task.Delay(LeaseRetry, time, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Takes up the record, and tells whether an occurrence was missed since.</summary>
    private bool Recall()
    {
        var recorded = folder.Read(function.Name);
        var expected = recorded switch
        {
            null => trigger.Schedule.After(Now),
            // The schedule may have changed since: what counts is what it says now.
            { Last: var last } when last != default => trigger.Schedule.After(last),
            _ => recorded.Next,
        };
        _status = new ScheduleStatus
        {
            Last = recorded?.Last ?? default,
            Next = expected,
            LastUpdated = recorded?.LastUpdated ?? Now,
        };
        Keep(_status);
        return expected <= Now;
    }

    private void Record(DateTime occurrence)
    {
        if (trigger.IsMonitored)
        {
            _status = new ScheduleStatus { Last = occurrence, Next = trigger.Schedule.After(Now), LastUpdated = Now };
            Keep(_status);
        }
    }

    private void Keep(ScheduleStatus status)
    {
        try
        {
            folder.Write(function.Name, status);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{Function}: its schedule could not be recorded ({Reason})", function.Name, refused.Message);
        }
    }
}
