using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Messaging.ServiceBus;
using ExitDesk.Engine.Adapters.ServiceBus;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;
using ExitDesk.TestKit.Time;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using QueueMessage = ExitDesk.Engine.Ports.Messaging.QueueMessage;

namespace ExitDesk.Simulation.Tests.Contracts;

/// <summary>The simulator's queue over HTTP through the real Service Bus adapter.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xUnit disposes of it through IAsyncLifetime.")]
public sealed class ServiceBusQueueTests : QueueContractTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 17, 15, 0, 0, TimeSpan.Zero);

    private readonly MarketClock _clock = new(Start);
    private readonly ManualTimeProvider _time = new(Start);
    private QueueNamespace _queues = null!;
    private QueueEndpoint _endpoint = null!;
    private ServiceBusClient _client = null!;
    private ServiceBusMessageSender _sender = null!;

    private SimulatedQueue Queue => _queues[QueueNames.CloseRequests];

    public override async Task InitializeAsync()
    {
        _queues = new QueueNamespace(_clock, FaultPlan.None, new QueueRules(), QueueNames.CloseRequests);
        _endpoint = await QueueEndpoint.StartAsync(_queues, new WallTime(_clock, _time, speed: 1));
        _client = new ServiceBusClient(_endpoint.ConnectionString);
        _sender = new ServiceBusMessageSender(_client, _time, NullLogger<ServiceBusMessageSender>.Instance);
    }

    public override async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _endpoint.DisposeAsync();
        _queues.Dispose();
    }

    private protected override async Task SendAsync(QueueMessage message) => Assert.True(await _sender.TrySendAsync(message, CancellationToken.None));

    private protected override async Task<(string Id, string Body)?> TakeAsync() =>
        await ReceiveAsync(Queue) is { } next ? (next.Message.MessageId!, Encoding.UTF8.GetString(next.Message.Body.Span)) : null;

    private protected override async Task CompleteAsync() => Assert.True(Queue.Complete((await ReceiveAsync(Queue))!.LockToken));

    private protected override async Task<bool> AbandonAsync() => await ReceiveAsync(Queue) is { } next && Queue.Abandon(next.LockToken);

    private protected override async Task<int> DeadAsync() => await ReceiveAsync(Queue.DeadLetters!) is null ? 0 : 1;

    private protected override void Advance(TimeSpan by)
    {
        _time.Advance(by);
        _clock.AdvanceTo(_clock.Now + by);
    }

    // What is visible now, without waiting.
    private static Task<Delivery?> ReceiveAsync(SimulatedQueue queue) => queue.ReceiveAsync(ReceiveMode.PeekLock, new CancellationToken(canceled: true));
}
