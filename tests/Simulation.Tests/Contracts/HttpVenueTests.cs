using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.Faults;
using AdapterOptions = ExitDesk.Engine.Adapters.Alpaca.AlpacaOptions;
using EndpointOptions = ExitDesk.Simulator.Alpaca.AlpacaOptions;

namespace ExitDesk.Simulation.Tests.Contracts;

/// <summary>The simulator's HTTP broker through the real Alpaca adapter.</summary>
public sealed class HttpVenueTests : VenueContractTests
{
    private readonly List<IDisposable> _clients = [];
    private AlpacaEndpoint _endpoint = null!;

    public override async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _endpoint.DisposeAsync();
    }

    private protected override async Task ConnectAsync(VenueBench bench)
    {
        var keys = new EndpointOptions();
        _endpoint = await AlpacaEndpoint.StartAsync(bench.Venue, bench.Clock, FaultPlan.None, keys);
        var options = new AdapterOptions { TradingUrl = _endpoint.Address, DataUrl = _endpoint.DataAddress, KeyId = keys.KeyId, SecretKey = keys.SecretKey };
        var calls = new BrokerCalls(TimeProvider.System);
        bench.Broker = Keep(new AlpacaTradingClient(options, TimeProvider.System, calls));
        bench.Data = Keep(new AlpacaMarketData(Keep(new SdkClients(options)), options, TimeProvider.System, calls));
    }

    private T Keep<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }
}
