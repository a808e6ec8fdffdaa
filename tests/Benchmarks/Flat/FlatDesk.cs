using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Cycles;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using ExitDesk.TestKit.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wire = ExitDesk.Simulator.Desk.DeskSettings;

namespace ExitDesk.Benchmarks.Flat;

/// <summary>The desk with its real broker adapter against the simulator's broker and its limit of calls, in market time that jumps
/// from one due event to the next. Timers run as they do by default; up to 16 messages are handled side by side.</summary>
internal sealed class FlatDesk : IAsyncDisposable
{
    private const int SideBySide = 16;

    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly MarketClock _clock = new(SetMarket.Day.Open + TimeSpan.FromMinutes(10));
    private readonly DueMessages _queue;
    private readonly AlpacaEndpoint _broker;
    private readonly ServiceProvider _services;

    private FlatDesk(SetMarket market, MarketClock clock, SimulatedVenue venue, AlpacaEndpoint broker)
    {
        (Market, _clock, Venue, _broker, _queue) = (market, clock, venue, broker, new DueMessages(clock));
        _services = Compose();
    }

    public SetMarket Market { get; }

    public SimulatedVenue Venue { get; }

    public DateTimeOffset Now => _clock.Now;

    public CallCounter Calls => _broker.Calls;

    public long Messages => _queue.Delivered;

    /// <summary>Holds so many positions of 1 to 10 contracts each, bought at 2.02 USD, and syncs them.</summary>
    public static async Task<FlatDesk> StartAsync(int positions)
    {
        var clock = new MarketClock(SetMarket.Day.Open + TimeSpan.FromMinutes(10));
        var market = new SetMarket(positions, clock.Now) { StampsAnew = true };
        var venue = new SimulatedVenue(market, clock, FaultPlan.None, new VenueOptions { Cash = 10_000_000m });
        foreach (var (number, contract) in market.Contracts.Index())
        {
            venue.OpenPosition(contract.Symbol, 1 + (number * 7 % 10), 2.02m, clock.Now);
        }

        var broker = await AlpacaEndpoint.StartAsync(venue, clock, FaultPlan.None, new AlpacaOptions()).ConfigureAwait(false);
        var desk = new FlatDesk(market, clock, venue, broker);
        await desk.Get<PositionSync>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        return desk;
    }

    /// <summary>Runs timers and messages until nothing is held, at most for so long.</summary>
    public async Task RunUntilFlatAsync(TimeSpan atMost)
    {
        var end = _clock.Now + atMost;
        var (sweepAt, syncAt) = (_clock.Now, _clock.Now + Minute);
        while (Venue.Positions().Count > 0 && _clock.Now < end)
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
                Console.WriteLine($"{_clock.Now:HH:mm:ss} UTC: {Venue.Positions().Count} held, {_queue.Delivered} messages");
            }

            await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => WorkAsync())).ConfigureAwait(false);
            var timer = sweepAt < syncAt ? sweepAt : syncAt;
            _clock.AdvanceTo(RoundTrip(_queue.NextDue is { } due && due < timer ? due : timer));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync().ConfigureAwait(false);
        await _broker.DisposeAsync().ConfigureAwait(false);
    }

    // Calls take no market time here. What falls due during one real call is handled side by side.
    private static DateTimeOffset RoundTrip(DateTimeOffset due) => due.AddTicks(Call.Ticks - 1 - ((due.Ticks - 1) % Call.Ticks));

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task WorkAsync()
    {
        while (_queue.Take() is { } message)
        {
            await Get<CloseExecution>().RunAsync(LedgerJson.Read<CloseRequest>(message.Queue, message.Body), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private ServiceProvider Compose()
    {
        var nowhere = new Uri("http://127.0.0.1:9/");
        var addresses = new DeskAddresses(_broker.Address, _broker.DataAddress, nowhere, "Endpoint=sb://127.0.0.1;SharedAccessKeyName=a;SharedAccessKey=b;", "UseDevelopmentStorage=true");
        var values = Wire.Environment(addresses, "Active", planFile: null).ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        var settings = DeskSettingsSource.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), out var problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
        return new ServiceCollection()
            .AddLogging()
            .AddExitDesk(settings)
            .AddSingleton<TimeProvider>(new MarketTime(_clock))
            .AddSingleton<ILedger>(new InMemoryLedger())
            .AddSingleton<IMessageSender>(_queue)
            .AddSingleton<IOperatorDesk>(new SilentDesk())
            .BuildServiceProvider();
    }
}
