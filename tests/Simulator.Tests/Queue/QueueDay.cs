using System.Text;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Tests.Queue;

/// <summary>One queue on a clock that the test moves.</summary>
internal sealed class QueueDay : IDisposable
{
    public static readonly DateTimeOffset Open = new(2026, 3, 2, 14, 30, 0, TimeSpan.Zero);

    /// <summary>Ends a test that would wait for ever; no test's outcome depends on its length.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public QueueDay(QueueRules? rules = null, params Fault[] faults)
    {
        Queues = new QueueNamespace(Clock, new FaultPlan(faults.ToHashSet(), seed: 7), rules ?? new QueueRules(), "close-requests");
        Queue = Queues["close-requests"];
    }

    public MarketClock Clock { get; } = new(Open);

    public QueueNamespace Queues { get; }

    public SimulatedQueue Queue { get; }

    public QueueCounters Counters => Queues.Snapshot()[0].Counters;

    public static QueueMessage Message(string id, string body = "{}") => new(Encoding.UTF8.GetBytes(body), id);

    public void At(TimeSpan sinceOpen) => Clock.AdvanceTo(Open + sinceOpen);

    /// <summary>What the queue has at this instant, without waiting.</summary>
    public Task<Delivery?> TakeAsync(SimulatedQueue? queue = null, ReceiveMode mode = ReceiveMode.PeekLock) =>
        (queue ?? Queue).ReceiveAsync(mode, new CancellationToken(canceled: true));

    public async Task<Delivery> RequireAsync(SimulatedQueue? queue = null) =>
        await TakeAsync(queue) ?? throw new InvalidOperationException("The queue has no visible message.");

    public async Task<string?> NextIdAsync() => (await TakeAsync())?.Message.MessageId;

    public void Dispose() => Queues.Dispose();
}
