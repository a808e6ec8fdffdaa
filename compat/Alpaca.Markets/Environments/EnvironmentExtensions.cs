namespace Alpaca.Markets;

/// <summary>Configurations and clients for an environment. Null arguments are an <see cref="ArgumentNullException"/>.</summary>
public static class EnvironmentExtensions
{
    public static AlpacaTradingClientConfiguration GetAlpacaTradingClientConfiguration(
        this IEnvironment environment, SecurityKey securityKey)
    {
        Require(environment, securityKey);
        return new() { ApiEndpoint = environment.AlpacaTradingApi, SecurityId = securityKey };
    }

    public static IAlpacaTradingClient GetAlpacaTradingClient(this IEnvironment environment, SecurityKey securityKey) =>
        environment.GetAlpacaTradingClientConfiguration(securityKey).GetClient();

    public static AlpacaDataClientConfiguration GetAlpacaDataClientConfiguration(
        this IEnvironment environment, SecurityKey securityKey)
    {
        Require(environment, securityKey);
        return new() { ApiEndpoint = environment.AlpacaDataApi, SecurityId = securityKey };
    }

    public static IAlpacaDataClient GetAlpacaDataClient(this IEnvironment environment, SecurityKey securityKey) =>
        environment.GetAlpacaDataClientConfiguration(securityKey).GetClient();

    public static AlpacaOptionsDataClientConfiguration GetAlpacaOptionsDataClientConfiguration(
        this IEnvironment environment, SecurityKey securityKey)
    {
        Require(environment, securityKey);
        return new() { ApiEndpoint = environment.AlpacaDataApi, SecurityId = securityKey };
    }

    public static IAlpacaOptionsDataClient GetAlpacaOptionsDataClient(
        this IEnvironment environment, SecurityKey securityKey) =>
        environment.GetAlpacaOptionsDataClientConfiguration(securityKey).GetClient();

    private static void Require(IEnvironment environment, SecurityKey securityKey)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(securityKey);
    }
}
