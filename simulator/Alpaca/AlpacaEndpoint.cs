using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Http;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>The simulated broker behind Alpaca's REST API, trading and market data, on loopback ports.</summary>
public sealed class AlpacaEndpoint : IAsyncDisposable
{
    private readonly LoopbackServer _trading;
    private readonly LoopbackServer _data;
    private readonly MarketPause _pause;

    private AlpacaEndpoint(LoopbackServer trading, LoopbackServer data, CallCounter calls, MarketPause pause)
    {
        _trading = trading;
        _data = data;
        _pause = pause;
        Calls = calls;
    }

    /// <summary>Base address of the trading API.</summary>
    public Uri Address => _trading.Address;

    /// <summary>Base address of the market data API; the trading address where they share a port.</summary>
    public Uri DataAddress => _data.Address;

    public CallCounter Calls { get; }

    /// <summary>Calls that wait for the market clock to move, under <see cref="Fault.Hang"/>.</summary>
    public int HangingCalls => _pause.Waiting;

    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<AlpacaEndpoint> StartAsync(
        SimulatedVenue venue,
        MarketClock clock,
        FaultPlan faults,
        AlpacaOptions options,
        CancellationToken cancellationToken = default)
    {
        var desk = new AlpacaDesk(venue, clock, faults);
        var calls = new CallCounter();
        var pause = new MarketPause(clock);
        var rim = new HttpRim(desk, options, calls, pause);
        var trading = await LoopbackServer.StartAsync(
            application =>
            {
                rim.Guard(application);
                MapTrading(application, desk);
                if (options.DataPort is null)
                {
                    MapData(application, desk, options);
                }
            },
            options.TradingPort,
            cancellationToken).ConfigureAwait(false);
        var data = options.DataPort is not { } port
            ? trading
            : await LoopbackServer.StartAsync(
                application =>
                {
                    rim.Guard(application);
                    MapData(application, desk, options);
                },
                port,
                cancellationToken).ConfigureAwait(false);
        return new AlpacaEndpoint(trading, data, calls, pause);
    }

    public async ValueTask DisposeAsync()
    {
        if (!ReferenceEquals(_data, _trading))
        {
            await _data.DisposeAsync().ConfigureAwait(false);
        }

        await _trading.DisposeAsync().ConfigureAwait(false);
    }

    private static void MapTrading(WebApplication application, AlpacaDesk desk)
    {
        AccountRoutes.Map(application, desk);
        PositionRoutes.Map(application, desk);
        OrderRoutes.Map(application, desk);
        ActivityRoutes.Map(application, desk);
        ClockRoutes.Map(application, desk);
        ContractRoutes.Map(application, desk);
    }

    private static void MapData(WebApplication application, AlpacaDesk desk, AlpacaOptions options)
    {
        CorporateActionRoutes.Map(application, desk, options.Dividends);
        OptionDataRoutes.Map(application, desk);
        StockDataRoutes.Map(application, desk);
    }
}
