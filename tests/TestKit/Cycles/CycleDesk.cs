using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wire = ExitDesk.Simulator.Desk.DeskSettings;

namespace ExitDesk.TestKit.Cycles;

/// <summary>
/// The desk's own composition with its real adapters, in this process, against broker, chat and queue of the simulator and
/// against Azurite. Nobody receives from the queues: what a cycle writes is what the sweep itself writes.
/// </summary>
public sealed class CycleDesk : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly MarketClock _clock = new(SetMarket.Day.Open + TimeSpan.FromMinutes(10));
    private readonly FaultPlan _faults = FaultPlan.None;
    private AlpacaEndpoint _broker = null!;
    private QueueNamespace _queues = null!;
    private ServiceProvider _services = null!;
    private CommitLog _log = null!;

    private CycleDesk(int positions) => Market = new SetMarket(positions, _clock.Now);

    public SetMarket Market { get; }

    /// <summary>Starts everything, opens one position in each contract, and syncs them into the ledger.</summary>
    /// <param name="storage">Connection string of an Azurite.</param>
    /// <param name="table">A table of its own.</param>
    /// <param name="positions">How many positions.</param>
    public static async Task<CycleDesk> StartAsync(string storage, string table, int positions)
    {
        var desk = new CycleDesk(positions);
        try
        {
            var addresses = await desk.StartServicesAsync(storage).ConfigureAwait(false);
            desk.Compose(addresses, table);
            await desk._services.GetRequiredService<PositionSync>().RunAsync(CancellationToken.None).ConfigureAwait(false);
            return desk;
        }
        catch
        {
            await desk.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Moves the first contracts' quotes to a bid, USD per share.</summary>
    public void Move(int contracts, decimal bid) => Market.MoveFirst(contracts, bid, _clock.Now);

    /// <summary>Moves the market 15 s on and runs one evaluation cycle.</summary>
    public async Task<CycleCost> RunAsync()
    {
        _clock.AdvanceTo(_clock.Now + Beat);
        var traffic = _services.GetRequiredService<ILedgerTraffic>();
        var calls = _broker.Calls.ByEndpoint;
        var (reads, writes, commits) = (traffic.Reads, traffic.Writes, _log.Commits.Count);
        var started = TimeProvider.System.GetTimestamp();
        await _services.GetRequiredService<ExitSweep>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var made = _broker.Calls.ByEndpoint.ToDictionary(call => call.Key, call => call.Value - calls.GetValueOrDefault(call.Key));
        int Take(string endpoint) => made.Remove(endpoint, out var count) ? count : 0;
        return new CycleCost(
            Take("GET /v1beta1/options/snapshots"), Take("GET /v2/clock"), Take("GET /v2/calendar"), made.Values.Sum(),
            traffic.Reads - reads, traffic.Writes - writes, [.. _log.Commits.Skip(commits)], elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync().ConfigureAwait(false);
        }

        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        _queues?.Dispose();
    }

    private async Task<DeskAddresses> StartServicesAsync(string storage)
    {
        var venue = new SimulatedVenue(Market, _clock, _faults, new VenueOptions { Cash = 10_000_000m });
        foreach (var contract in Market.Contracts)
        {
            venue.OpenPosition(contract.Symbol, 1, 2.02m, _clock.Now);
        }

        _broker = Keep(await AlpacaEndpoint.StartAsync(venue, _clock, _faults, new AlpacaOptions()).ConfigureAwait(false));
        var chat = Keep(await TelegramEndpoint.StartAsync(
            new TelegramOptions { Token = Wire.BotToken, OwnerId = Wire.OwnerId, ChatId = Wire.ChatId }, _clock, _faults, TimeProvider.System).ConfigureAwait(false));
        _queues = new QueueNamespace(_clock, _faults, new QueueRules(), "close-requests", "entry-requests", "operator-actions");
        var queues = Keep(await QueueEndpoint.StartAsync(_queues, new WallTime(_clock, TimeProvider.System, speed: 1)).ConfigureAwait(false));
        return new DeskAddresses(_broker.Address, _broker.DataAddress, chat.Address, queues.ConnectionString, storage);
    }

    private void Compose(DeskAddresses addresses, string table)
    {
        var values = Wire.Environment(addresses, "Active", planFile: null).ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        var settings = DeskSettingsSource.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), out var problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
        _services = new ServiceCollection()
            .AddLogging()
            .AddExitDesk(settings with { Ledger = settings.Ledger with { TableName = table } })
            // The simulated chat counts by the market's time: what is counted here must not hang on how fast this machine is.
            .AddSingleton(new Engine.Outbox.ChatPause(new MarketTime(_clock)))
            .AddSingleton<ILedger>(provider => new CommitLog(provider.GetRequiredService<Engine.Adapters.Tables.TableLedger>()))
            .BuildServiceProvider();
        _log = (CommitLog)_services.GetRequiredService<ILedger>();
    }

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
