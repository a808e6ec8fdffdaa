namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Counts what is under way, and winds it down when the host stops. Safe for concurrent use.</summary>
internal sealed class RunningInvocations(HostSetup setup) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private TaskCompletionSource? _idle;
    private int _running;
    private long _succeeded;
    private long _failed;

    /// <summary>Cancelled once the host stops: nothing new begins.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Cancelled when invocations have had their time to finish.</summary>
    public CancellationToken Aborting => _aborting.Token;

    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _running;
            }
        }
    }

    public long Succeeded => Interlocked.Read(ref _succeeded);

    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Counts one as under way, from before it is promised until <see cref="Leave"/>.</summary>
    public void Enter()
    {
        lock (_gate)
        {
            _running++;
        }
    }

    /// <param name="succeeded">Null if nothing was run.</param>
    public void Leave(bool? succeeded)
    {
        switch (succeeded)
        {
            case true:
                Interlocked.Increment(ref _succeeded);
                break;
            case false:
                Interlocked.Increment(ref _failed);
                break;
        }

        lock (_gate)
        {
            if (--_running == 0)
            {
                _idle?.TrySetResult();
            }
        }
    }

    /// <summary>Begins the end: nothing new, and after the drain limit cancellation. Returns at once.</summary>
    public void BeginDrain()
    {
        if (!_stopping.IsCancellationRequested)
        {
            _stopping.Cancel();
            _aborting.CancelAfter(setup.DrainLimit);
        }
    }

    /// <summary>Waits until listening has ended and nothing is under way.</summary>
    /// <returns>False if something outlived both limits and is left behind.</returns>
    public async Task<bool> DrainAsync(Task listening)
    {
        BeginDrain();
        using var limit = new CancellationTokenSource(setup.DrainLimit + setup.CancelLimit);
        try
        {
            // Listeners first: one that ends may still have handed over a last message.
            await listening.WaitAsync(limit.Token).ConfigureAwait(false);
            await IdleAsync().WaitAsync(limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private Task IdleAsync()
    {
        lock (_gate)
        {
            if (_running == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }
}
