using Alpaca.Markets;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>Clients against a server of one's own, made the way the product makes them.</summary>
internal static class Clients
{
    public const string KeyId = "PKTESTKEYID";

    public const string Secret = "shh-very-secret";

    public static IAlpacaTradingClient Trading(Uri address, ThrottleParameters? throttle = null)
    {
        var configuration = Environments.Paper.GetAlpacaTradingClientConfiguration(new SecretKey(KeyId, Secret));
        configuration.ApiEndpoint = address;
        configuration.ThrottleParameters = throttle ?? Once();
        return configuration.GetClient();
    }

    public static IAlpacaDataClient Stocks(Uri address)
    {
        var configuration = Environments.Paper.GetAlpacaDataClientConfiguration(new SecretKey(KeyId, Secret));
        configuration.ApiEndpoint = address;
        configuration.ThrottleParameters = Once();
        return configuration.GetClient();
    }

    public static IAlpacaOptionsDataClient Options(Uri address)
    {
        var configuration = Environments.Paper.GetAlpacaOptionsDataClientConfiguration(new SecretKey(KeyId, Secret));
        configuration.ApiEndpoint = address;
        configuration.ThrottleParameters = Once();
        return configuration.GetClient();
    }

    /// <summary>One attempt, so that a failure is told at once.</summary>
    public static ThrottleParameters Once() => new(0, [], []);
}
