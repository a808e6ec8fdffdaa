using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Http;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Storage;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Telegram.Delivery;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Run;

/// <summary>Everything a run needs, started: market, broker, Telegram, queues, storage, and the function app against them.</summary>
public sealed class Rig : IAsyncDisposable
{
    private static readonly string[] QueueNames = ["close-requests", "entry-requests", "operator-actions"];

    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly List<DeskProcess> _desks = [];
    private readonly Wiretap _tap = new();

    private Rig(Scenario scenario, RunOptions options, FaultPlan faults, TimeProvider time)
    {
        (Scenario, Faults, Time) = (Faulted(scenario, faults, options.Seed), faults, time);
        Timetable = Timetable.Of(Scenario, options.SweepSeconds);
        Clock = new MarketClock(Timetable.Start);
    }

    /// <summary>Kills at random, if any were asked for.</summary>
    public RandomKills Kills { get; private set; } = null!;

    /// <summary>When the storage is down, if it is to be.</summary>
    public StorageOutages Outages { get; private set; } = null!;

    /// <summary>The loss of the ledger, if it is to be lost.</summary>
    public LedgerLoss Loss { get; private set; } = null!;

    public Scenario Scenario { get; }

    /// <summary>When the run begins and ends, and when the timers are due in between.</summary>
    public Timetable Timetable { get; }

    public FaultPlan Faults { get; }

    public TimeProvider Time { get; }

    public MarketClock Clock { get; }

    public SimulatedVenue Venue { get; private set; } = null!;

    public AlpacaEndpoint Broker { get; private set; } = null!;

    public QueueNamespace Queues { get; private set; } = null!;

    public TelegramEndpoint Telegram { get; private set; } = null!;

    public Azurite Storage { get; private set; } = null!;

    public IReadOnlyList<DeskProcess> Desks => _desks;

    /// <summary>Calls of the function app that wait for the market clock to move.</summary>
    public int WaitingCalls => Broker.HangingCalls + Telegram.LateCalls;

    /// <summary>Folder of this run: plan file and the function app's log.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Starts all parts, each said through <paramref name="say"/>.</summary>
    public static async Task<Rig> StartAsync(
        Scenario scenario, RunOptions options, TextWriter say, TimeProvider time, CancellationToken cancellationToken)
    {
        var rig = new Rig(scenario, options, new FaultPlan(options.Faults, options.Seed), time);
        try
        {
            await rig.StartServicesAsync(options, say, cancellationToken).ConfigureAwait(false);
            await rig.StartDesksAsync(options, say, cancellationToken).ConfigureAwait(false);
            return rig;
        }
        catch
        {
            await rig.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Connects bot and function app as an owner does, by its own command: the chat's menu is there from then on.</summary>
    /// <returns>What the command said.</returns>
    /// <exception cref="DeskStartException">It failed.</exception>
    public Task<string> SetUpChatAsync(CancellationToken cancellationToken) =>
        _desks[0].CommandAsync(["telegram", "setup", _desks[0].Address.GetLeftPart(UriPartial.Authority)], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
        {
            await desk.DisposeAsync().ConfigureAwait(false);
        }

        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        Queues?.Dispose();
        Outages?.Dispose();
    }

    // The next whole second that is still to come when the answer arrives: headers know no parts of one.
    private DateTimeOffset ClientsTime(DateTimeOffset market, double? speed) =>
        Time.GetUtcNow() + TimeSpan.FromSeconds(1.5) + (speed is { } pace ? (market - Clock.Now) / pace : TimeSpan.Zero);

    // What happens over night is seen in the morning.
    private static Scenario Faulted(Scenario scenario, FaultPlan faults, int seed) => SplitAdjusted.Of(scenario, faults, seed) with
    {
        EndsInTheMorning = scenario.EndsInTheMorning || faults.Includes(Fault.EarlyAssignment),
    };

    private bool KeepsData() => Faults.Includes(Fault.StorageDown) || Faults.Includes(Fault.LedgerLost);

    private int Instances(RunOptions options) => Faults.Hits(Fault.TwoInstances) ? Math.Max(2, options.Instances) : options.Instances;

    // Nothing stands between function app and storage on a day on which nothing happens there.
    private async Task<string> LedgerAsync(RunOptions options, CancellationToken cancellationToken) =>
        options.Kills > 0 || StorageFaults.Kinds.Any(Faults.Includes)
            ? Keep(await StorageEndpoint.StartAsync(Storage, Faults, _tap, cancellationToken).ConfigureAwait(false)).ConnectionString
            : Storage.ConnectionString;

    private async Task StartServicesAsync(RunOptions options, TextWriter say, CancellationToken cancellationToken)
    {
        Folder = Directory.CreateTempSubdirectory("exitdesk-").FullName;
        await NodePackages.OfSimulator(say).RestoreAsync(cancellationToken).ConfigureAwait(false);
        Storage = Keep(await Azurite.StartAsync(new AzuriteOptions { Folder = KeepsData() ? Path.Combine(Folder, "storage") : null }, cancellationToken).ConfigureAwait(false));
        Outages = new StorageOutages(Storage, Faults, Scenario, Clock, options.Seed);
        Loss = new LedgerLoss(this, options.Seed);
        Kills = new RandomKills(options.Kills, options.Seed, Timetable, () => _desks.TrueForAll(desk => desk.IsReady), draw => _desks[draw.Next(_desks.Count)].Kill());
        _tap.Passing += Kills.OnPassing;
        var held = Scenario.Openings.GroupBy(opening => opening.Symbol).Select(symbol => (symbol.Key, symbol.Min(opening => opening.OpenedAt))).ToList();
        var market = new FaultyMarket(Scenario.Market, Faults, QuoteFaultSchedule.Draw(Scenario.Market, held, Faults, options.Seed));
        Venue = new SimulatedVenue(market, Clock, Faults, Scenario.Broker with { Seed = options.Seed, Wall = Time });
        Broker = Keep(await AlpacaEndpoint.StartAsync(Venue, Clock, Faults, new AlpacaOptions { Tap = _tap, ClientsTime = market => ClientsTime(market, options.Speed) }, cancellationToken).ConfigureAwait(false));
        Telegram = Keep(await TelegramEndpoint.StartAsync(
            new TelegramOptions { Token = DeskSettings.BotToken, OwnerId = DeskSettings.OwnerId, ViewerId = DeskSettings.ViewerId, ChatId = options.ChatId, GroupId = DeskSettings.GroupId },
            Clock, Faults, Time, cancellationToken: cancellationToken).ConfigureAwait(false));
        Queues = new QueueNamespace(Clock, Faults, new QueueRules(), QueueNames);
    }

    private async Task StartDesksAsync(RunOptions options, TextWriter say, CancellationToken cancellationToken)
    {
        var queues = Keep(await QueueEndpoint.StartAsync(Queues, new WallTime(Clock, Time, speed: 1), tap: _tap, cancellationToken: cancellationToken).ConfigureAwait(false));
        var plan = await WritePlanAsync(cancellationToken).ConfigureAwait(false);
        var addresses = new DeskAddresses(Broker.Address, Broker.DataAddress, Telegram.Address, queues.ConnectionString, await LedgerAsync(options, cancellationToken).ConfigureAwait(false));
        for (var i = 0; i < Instances(options); i++)
        {
            var log = Path.Combine(Folder, $"functions-{i + 1}.log");
            _desks.Add(await DeskProcess.StartAsync(With(DeskSettings.Environment(addresses, options.Mode, plan, options.ChatId), Scenario.Settings), log, Time, cancellationToken).ConfigureAwait(false));
            await say.WriteLineAsync($"Function app ready after {_desks[i].ReadyAfter.TotalSeconds:0.0} s (log: {log})".AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        Telegram.Chat.Connect(new Webhook(new Uri(_desks[0].Address, "api/telegram"), DeskSettings.WebhookSecret));
    }

    private async Task<string?> WritePlanAsync(CancellationToken cancellationToken)
    {
        if (Scenario.Plan is null)
        {
            return null;
        }

        var file = Path.Combine(Folder, "exitdesk.json");
        await File.WriteAllTextAsync(file, Scenario.Plan, cancellationToken).ConfigureAwait(false);
        return file;
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> own) =>
        own.Concat(settings).DistinctBy(setting => setting.Key).ToDictionary();

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
