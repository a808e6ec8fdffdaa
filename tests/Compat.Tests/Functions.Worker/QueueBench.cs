using System.Text;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>One queue at wire level, in a market time that a test moves, and a host that serves it.</summary>
internal sealed class QueueBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 14, 0, 0, TimeSpan.Zero);
    private readonly QueueNamespace _queues;
    private readonly WallTime _wallTime;
    private QueueEndpoint _endpoint = null!;

    /// <param name="wall">The wall time of queue and host.</param>
    /// <param name="maxDeliveryCount">Deliveries before a message is dead.</param>
    public QueueBench(TimeProvider? wall = null, int maxDeliveryCount = 3)
    {
        Wall = wall ?? TimeProvider.System;
        _queues = new QueueNamespace(
            Clock, FaultPlan.None, new QueueRules { MaxDeliveryCount = maxDeliveryCount }, QueueFunctions.Queue);
        _wallTime = new WallTime(Clock, Wall, 1);
    }

    public TimeProvider Wall { get; }

    public MarketClock Clock { get; } = new(Start);

    public QueueSnapshot Queue => _queues.Snapshot()[0];

    public QueueSnapshot DeadLetters => _queues.Snapshot()[1];

    public async Task OpenAsync(int port = 0) => _endpoint = await QueueEndpoint.StartAsync(_queues, _wallTime, port);

    public int Port => _endpoint.Address.Port;

    public ValueTask CloseAsync() => _endpoint.DisposeAsync();

    /// <summary>Starts a host whose functions reach the queue.</summary>
    public Task<WorkerHost> HostAsync(IReadOnlyList<Type> functions, string? hostJson = null, params string[] settings)
    {
        var folder = WorkerHost.EmptyFolder();
        if (hostJson is not null)
        {
            File.WriteAllText(Path.Combine(folder, "host.json"), hostJson);
        }

        string[] reach = [$"--QUEUE={QueueFunctions.Queue}", $"--Bus={_endpoint.ConnectionString}", "--FUNCTIONS_MASTER_KEY=master"];
        return WorkerHost.StartAsync(functions, [.. reach, .. settings], new HostSetup { Folder = folder, Time = Wall });
    }

    public void Send(string body) =>
        _queues[QueueFunctions.Queue].Send(new QueueMessage(Encoding.UTF8.GetBytes(body), body));

    /// <summary>Waits until nothing is visible or in a receiver's hands.</summary>
    public Task DrainedAsync() => _queues.WhenDrainedAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        _queues.Dispose();
    }
}
