using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.TestKit.Ledgers;
using ExitDesk.TestKit.Time;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.TestKit.Desk;

/// <summary>The whole desk on in-memory ports: a test moves the time, runs what is due, and looks at what came of it.</summary>
/// <remarks>It begins on Tuesday 2015-12-22, 10:00 in New York, in Active mode, with external positions managed.</remarks>
public sealed class DeskHarness
{
    public const long Chat = 77;
    public const long Owner = 4711;
    public const long Viewer = 4712;
    public const string Secret = "open-sesame";

    private const int Deliveries = 10;

    private readonly Dictionary<string, int> _deliveries = [];
    private ServiceProvider _services;
    private long _updates = 1000;

    public DeskHarness()
    {
        Broker = new InMemoryBroker(Time, Effects);
        EntryBroker = new InMemoryEntryBroker(Broker, Effects);
        Market = new InMemoryMarket(Time, Effects);
        Queue = new InMemoryMessages(Time, Effects);
        Desk = new InMemoryDesk(Effects);
        Store = new CountedLedger(Ledger, Effects);
        _services = Start();
    }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2015, 12, 22, 15, 0, 0, TimeSpan.Zero));

    public EffectCounter Effects { get; } = new();

    public InMemoryLedger Ledger { get; } = new();

    public CountedLedger Store { get; }

    public InMemoryBroker Broker { get; }

    /// <summary>The way that entries have to the same account.</summary>
    public InMemoryEntryBroker EntryBroker { get; }

    public InMemoryMarket Market { get; }

    public InMemoryMessages Queue { get; }

    public InMemoryDesk Desk { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Takes effect with <see cref="Restart"/>.</summary>
    public DeskOptions Options { get; set; } = new("paper", TradingMode.Active, Management.Managed);

    /// <summary>Takes effect with <see cref="Restart"/>.</summary>
    public DeployedPlan Plans { get; set; } = DeployedPlan.None;

    /// <summary>Who may speak. Takes effect with <see cref="Restart"/>.</summary>
    public OperatorOptions Operators { get; set; } = new(Secret, Chat, new HashSet<long> { Owner }) { Viewers = new HashSet<long> { Viewer } };

    /// <summary>Takes effect with <see cref="Restart"/>.</summary>
    public EntrySettings Entries { get; set; } = EntrySettings.Default;

    /// <summary>Ends this process and starts a new one on the same ledger, broker, queue and chat.</summary>
    public void Restart()
    {
        Effects.Revive();
        _services = Start();
    }

    /// <summary>A service of the running process.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process on the same world.</summary>
    public ServiceProvider Start() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(Options)
        .AddSingleton(Plans)
        .AddSingleton(Operators)
        .AddSingleton(Entries)
        .AddSingleton<IBroker>(Broker)
        .AddSingleton<IBrokerReads>(Broker)
        .AddSingleton<IEntryBroker>(EntryBroker)
        .AddSingleton<IBrokerBudget>(Broker.Budget)
        .AddSingleton<IMarketData>(Market)
        .AddSingleton<ILedger>(Store)
        .AddSingleton<ILedgerTraffic>(Store)
        .AddSingleton<IMessageSender>(Queue)
        .AddSingleton<IOperatorDesk>(Desk)
        .AddExitDeskWorkflows()
        .BuildServiceProvider();

    public Task SyncAsync() => Get<PositionSync>().RunAsync(CancellationToken.None);

    public Task SweepAsync() => Get<ExitSweep>().RunAsync(CancellationToken.None);

    public async Task SettleAsync()
    {
        await Get<CloseSettlement>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        await Get<EntrySettlement>().RunAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Holds a position at the broker and lets a sync find it.</summary>
    public async Task<Position> HoldAsync(string symbol, decimal quantity, decimal entry)
    {
        Broker.Hold(symbol, quantity, entry);
        await SyncAsync().ConfigureAwait(false);
        return await this.PositionAsync(symbol).ConfigureAwait(false);
    }

    /// <summary>Sweeps so many times, 15 s apart, handling messages in between.</summary>
    public async Task SweepAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await SweepAsync().ConfigureAwait(false);
            await AdvanceAsync(TimeSpan.FromSeconds(15)).ConfigureAwait(false);
        }
    }

    /// <summary>Moves the time on and handles each message when it falls due.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var end = Now + by;
        await DrainAsync().ConfigureAwait(false);
        while (Queue.NextDue is { } due && due <= end)
        {
            Time.Advance(due > Now ? due - Now : TimeSpan.Zero);
            await DrainAsync().ConfigureAwait(false);
        }

        Time.Advance(end - Now);
    }

    /// <summary>Handles all messages that are due now.</summary>
    public async Task DrainAsync()
    {
        while (Queue.Take() is { } message)
        {
            await DeliverAsync(message).ConfigureAwait(false);
        }
    }

    /// <summary>Runs settlement each minute, and messages in between, until nothing is left to do; at most for so many minutes.</summary>
    public async Task RunUntilQuietAsync(int minutes = 15)
    {
        for (var i = 0; i < minutes; i++)
        {
            await AdvanceAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(false);
            await DrainAsync().ConfigureAwait(false);
            var closings = await this.ClosingsAsync().ConfigureAwait(false);
            var entries = await this.EntriesAsync().ConfigureAwait(false);
            if (closings.All(closing => closing.End is not null) && entries.All(entry => entry.End is not null) && (await this.OutboxAsync().ConfigureAwait(false)).Count == 0)
            {
                return;
            }
        }
    }

    /// <summary>The owner writes; the webhook takes it and the queue brings it.</summary>
    public Task<InboxOutcome> WriteAsync(string text) => ReceiveAsync(text, null);

    /// <summary>The owner presses a button.</summary>
    public Task<InboxOutcome> PressAsync(string data) => ReceiveAsync(data, "callback");

    /// <summary>Anybody writes or presses anywhere: a press has a callback id.</summary>
    public Task<InboxOutcome> SayAsync(long user, long chat, string text, string? callbackId = null) =>
        ReceiveAsync(new OperatorUpdate(++_updates, user, "Eve", chat, text, callbackId));

    private Task<InboxOutcome> ReceiveAsync(string text, string? callbackId)
    {
        var id = ++_updates;
        return ReceiveAsync(new OperatorUpdate(id, Owner, "Ada <3", Chat, text, callbackId is null ? null : $"{callbackId}-{id}"));
    }

    private async Task<InboxOutcome> ReceiveAsync(OperatorUpdate update)
    {
        var outcome = await Get<OperatorInbox>().ReceiveAsync(Secret, update, null, CancellationToken.None).ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        return outcome;
    }

    // Like the queue's trigger: a handler that fails is tried again at once, ten times in all.
    private async Task DeliverAsync(QueueMessage message)
    {
        try
        {
            await QueueDoors.HandleAsync(_services, message).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is CrashException or LedgerUnavailableException or LedgerDocumentException)
        {
            _deliveries[message.Id] = _deliveries.GetValueOrDefault(message.Id) + 1;
            if (_deliveries[message.Id] >= Deliveries)
            {
                Queue.Dead.Add(message);
            }
            else
            {
                Queue.Return(message);
            }

            if (problem is CrashException)
            {
                throw;
            }
        }
    }
}
