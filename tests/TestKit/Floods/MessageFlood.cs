using ExitDesk.Domain.Closing;
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
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Cycles;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using ExitDesk.TestKit.Time;
using ExitDesk.TestKit.Venue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExitDesk.TestKit.Floods;

/// <summary>The real workflows over a venue, a ledger and a flooding queue in memory: half of the positions stop out, the others take their profit.</summary>
/// <remarks>
/// A stop is a limit at the bid and then the market, a profit a walk, each step a message or several; every third order fills in parts.
/// The day ends when everything is closed and the last copy of the last message has come.
/// </remarks>
public sealed class MessageFlood
{
    // At such prices ticks are a cent, and a walk from mid to bid takes several orders, and a stop tries a limit first.
    private const decimal Entry = 1.80m;
    private const decimal Stopped = 1.00m;
    private const decimal Profit = 2.80m;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(5);

    private readonly MarketClock _clock = new(SetMarket.Day.Open.AddMinutes(10));
    private readonly InMemoryLedger _ledger = new();
    private readonly int _positions;
    private readonly int _sideBySide;
    private readonly SetMarket _market;
    private readonly SimulatedVenue _venue;
    private readonly VenueBroker _broker;
    private readonly FloodQueue _queue;
    private readonly ServiceProvider _services;

    private MessageFlood(int seed, int positions, int mostCopies, int sideBySide, CloseGuards guards)
    {
        (_positions, _sideBySide) = (positions, sideBySide);
        _queue = new FloodQueue(_clock, seed, mostCopies);
        _market = new SetMarket(positions, _clock.Now) { StampsAnew = true, Spread = 0.20m };
        _venue = new SimulatedVenue(_market, _clock, FaultPlan.None, new VenueOptions { Seed = seed, Cash = 10_000_000m, PartialFillProbability = 0.33 });
        _broker = new VenueBroker(_venue);
        _services = Compose(guards);
    }

    /// <summary>Plays one day.</summary>
    /// <param name="seed">Of copies, delays and partial fills.</param>
    /// <param name="positions">Held, 1 to 10 contracts each.</param>
    /// <param name="mostCopies">Of each message.</param>
    /// <param name="sideBySide">Messages handled at once, on as many threads; with 1 the same seed gives the same day.</param>
    /// <param name="guards">The closing protocol, or one with a guard less; null: the product's.</param>
    public static async Task<FloodResult> PlayAsync(int seed, int positions, int mostCopies, int sideBySide, CloseGuards? guards = null)
    {
        var flood = new MessageFlood(seed, positions, mostCopies, sideBySide, guards ?? CloseProtocol.Guards);
        await using (flood._services.ConfigureAwait(false))
        {
            await flood.RunAsync().ConfigureAwait(false);
            return await new FloodAudit(flood._venue, flood._broker, flood._ledger, flood._queue.Count).JudgeAsync(Held).ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        foreach (var (number, contract) in _market.Contracts.Index())
        {
            _venue.OpenPosition(contract.Symbol, Held(number), Entry, _clock.Now);
        }

        await Get<PositionSync>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        _market.MoveFirst(_positions, Profit, _clock.Now);
        _market.MoveFirst(_positions / 2, Stopped, _clock.Now);
        var end = _clock.Now + AtMost;
        for (var (sweepAt, syncAt) = (_clock.Now, _clock.Now + Minute); _clock.Now < end && (_venue.Positions().Count > 0 || _queue.NextDue is not null);)
        {
            if (_clock.Now >= sweepAt)
            {
                await Get<ExitSweep>().RunAsync(CancellationToken.None).ConfigureAwait(false);
                sweepAt += Beat;
            }

            if (_clock.Now >= syncAt)
            {
                await Get<PositionSync>().RunAsync(CancellationToken.None).ConfigureAwait(false);
                await Get<CloseSettlement>().RunAsync(CancellationToken.None).ConfigureAwait(false);
                syncAt += Minute;
            }

            await Task.WhenAll(Enumerable.Range(0, _sideBySide).Select(_ => _sideBySide == 1 ? HandleAsync() : Task.Run(HandleAsync))).ConfigureAwait(false);
            var timer = sweepAt < syncAt ? sweepAt : syncAt;
            _clock.AdvanceTo(_queue.NextDue is { } due && due < timer ? due : timer);
        }
    }

    private async Task HandleAsync()
    {
        while (_queue.Take() is { } message)
        {
            await Get<CloseExecution>().RunAsync(LedgerJson.Read<CloseRequest>(message.Queue, message.Body), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static int Held(int number) => 1 + (number * 7 % 10);

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private ServiceProvider Compose(CloseGuards guards)
    {
        var counted = new CountedLedger(_ledger, new EffectCounter());
        return new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(new MarketTime(_clock))
            .AddSingleton(new DeskOptions("paper", TradingMode.Active, Management.Managed))
            .AddSingleton(DeployedPlan.None)
            .AddSingleton(new OperatorOptions("unused", 77, new HashSet<long> { 4711 }))
            .AddSingleton<IBroker>(_broker)
            .AddSingleton<IBrokerReads>(_broker)
            .AddSingleton<IBrokerBudget>(new InMemoryBudget())
            .AddSingleton<IMarketData>(new VenueMarketData(_venue, []))
            .AddSingleton<ILedger>(counted)
            .AddSingleton<ILedgerTraffic>(counted)
            .AddSingleton<IMessageSender>(_queue)
            .AddSingleton<IOperatorDesk>(new SilentDesk())
            .AddExitDeskWorkflows()
            .AddSingleton(guards)
            .BuildServiceProvider();
    }
}
