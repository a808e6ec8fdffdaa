using System.Net;
using Alpaca.Markets;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>The SDK's reading clients on our hosts and keys. One for the process.</summary>
public sealed class SdkClients : IDisposable
{
    private const uint Retries = 2;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public SdkClients(AlpacaOptions options)
    {
        var key = new SecretKey(options.KeyId, options.SecretKey);
        var trading = Environments.Paper.GetAlpacaTradingClientConfiguration(key);
        (trading.ApiEndpoint, trading.ThrottleParameters) = (options.TradingUrl, Throttle());
        Trading = trading.GetClient();
        var stocks = Environments.Paper.GetAlpacaDataClientConfiguration(key);
        (stocks.ApiEndpoint, stocks.ThrottleParameters) = (options.DataUrl, Throttle());
        Stocks = stocks.GetClient();
        var contracts = Environments.Paper.GetAlpacaOptionsDataClientConfiguration(key);
        (contracts.ApiEndpoint, contracts.ThrottleParameters) = (options.DataUrl, Throttle());
        Options = contracts.GetClient();
    }

    public IAlpacaTradingClient Trading { get; }

    public IAlpacaDataClient Stocks { get; }

    public IAlpacaOptionsDataClient Options { get; }

    public void Dispose()
    {
        Trading.Dispose();
        Stocks.Dispose();
        Options.Dispose();
    }

    // Few and quick: a cycle that reads late is worse than one that fails and comes again. A 429 is not repeated at all.
    private static ThrottleParameters Throttle() =>
        new(Retries, [], [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout]) { Timeout = Timeout };
}
