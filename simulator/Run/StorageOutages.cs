using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Storage;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Run;

/// <summary>Stops the storage's process for a while of market time, and starts it again on the same folder and port.</summary>
/// <remarks>
/// At the worst moment, when the broker has taken an order and the function app has not heard of it: the first order, and every other one
/// later; and at drawn times of each session. It writes all that it has before it ends, as a storage account loses nothing.
/// </remarks>
public sealed class StorageOutages : IDisposable
{
    private const int ASession = 3;
    private const int Shortest = 20;
    private const int Longest = 100;
    private static readonly TimeSpan Edge = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Azurite _storage;
    private readonly FaultPlan _faults;
    private readonly MarketClock _clock;
    private readonly Random _stream;
    private readonly Queue<DateTimeOffset> _drawn;

    /// <param name="storage">One that keeps its data in a folder.</param>
    /// <param name="scenario">Whose sessions are played.</param>
    public StorageOutages(Azurite storage, FaultPlan faults, Scenario scenario, MarketClock clock, int seed)
    {
        (_storage, _faults, _clock, _stream) = (storage, faults, clock, new Random(unchecked((seed * 397) ^ (int)Fault.StorageDown)));
        _drawn = new Queue<DateTimeOffset>(scenario.Days
            .Where(_ => faults.Includes(Fault.StorageDown))
            .SelectMany(day => Enumerable.Range(0, ASession).Select(_ => day.Open + Edge + ((day.Close - day.Open - (2 * Edge)) * _stream.NextDouble())))
            .Order());
    }

    /// <summary>When it starts again; null: it runs.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The next instant at which something is to be done here; null: none is drawn.</summary>
    public DateTimeOffset? NextAt => Until ?? (_drawn.TryPeek(out var at) ? at : null);

    /// <summary>The broker has taken an order, and its answer is on the way: the storage may be gone before it arrives.</summary>
    public void OnOrder()
    {
        if (_faults.Includes(Fault.StorageDown))
        {
            _gate.Wait();
            try
            {
                if (Until is null && _faults.Hits(Fault.StorageDown, 0.5))
                {
                    StopAsync().GetAwaiter().GetResult();
                }
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    /// <summary>Market time has come to another instant.</summary>
    public async Task ArriveAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Until <= _clock.Now)
            {
                await StartAsync(cancellationToken).ConfigureAwait(false);
            }

            while (_drawn.TryPeek(out var at) && at <= _clock.Now)
            {
                _drawn.Dequeue();
                if (Until is null && _faults.Hits(Fault.StorageDown, 1))
                {
                    await StopAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Starts it again if it is down, whatever the time: somebody wants to read.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => Until is null ? Task.CompletedTask : StartAsync(cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task StopAsync()
    {
        Until = _clock.Now.AddSeconds(_stream.Next(Shortest, Longest + 1));
        await _storage.StopAsync().ConfigureAwait(false);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _storage.RestartAsync(cancellationToken).ConfigureAwait(false);
        Until = null;
    }
}
