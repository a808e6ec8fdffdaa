using Azure.Messaging.ServiceBus;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Compat.Tests.ServiceBus;

/// <summary>A client and the simulated service it talks to over HTTP.</summary>
internal sealed class Bus : IAsyncDisposable
{
    public const string Queue = "close-requests";

    private readonly QueueEndpoint _endpoint;

    private Bus(MarketClock clock, QueueNamespace queues, QueueEndpoint endpoint)
    {
        Clock = clock;
        Queues = queues;
        _endpoint = endpoint;
        Client = new ServiceBusClient(endpoint.ConnectionString);
        Sender = Client.CreateSender(Queue);
        Receiver = Client.CreateReceiver(Queue);
    }

    public MarketClock Clock { get; }

    public QueueNamespace Queues { get; }

    public Uri Address => _endpoint.Address;

    public string ConnectionString => _endpoint.ConnectionString;

    public ServiceBusClient Client { get; }

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Receiver { get; }

    public static async Task<Bus> StartAsync(QueueRules? rules = null, double speed = 1, params string[] names)
    {
        var clock = new MarketClock(new DateTimeOffset(2026, 3, 2, 14, 30, 0, TimeSpan.Zero));
        var queues = new QueueNamespace(clock, FaultPlan.None, rules ?? new QueueRules(), names is [] ? [Queue] : names);
        return new Bus(clock, queues, await QueueEndpoint.StartAsync(queues, new WallTime(clock, TimeProvider.System, speed)));
    }

    public async Task<ServiceBusReceivedMessage> ReceiveAsync(ServiceBusReceiver? receiver = null) =>
        await (receiver ?? Receiver).ReceiveMessageAsync(TimeSpan.FromSeconds(20))
        ?? throw new InvalidOperationException("No message came.");

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _endpoint.DisposeAsync();
        Queues.Dispose();
    }
}
