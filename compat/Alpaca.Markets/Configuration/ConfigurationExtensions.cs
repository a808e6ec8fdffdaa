namespace Alpaca.Markets;

/// <summary>From a configuration to a client.</summary>
/// <remarks>
/// A null configuration is an <see cref="ArgumentNullException"/>; a property that is null is an
/// <see cref="InvalidOperationException"/> that names it.
/// </remarks>
public static class ConfigurationExtensions
{
    public static IAlpacaTradingClient GetClient(this AlpacaTradingClientConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new AlpacaTradingClient(configuration.Connect());
    }

    public static IAlpacaDataClient GetClient(this AlpacaDataClientConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new AlpacaDataClient(configuration.Connect());
    }

    public static IAlpacaOptionsDataClient GetClient(this AlpacaOptionsDataClientConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new AlpacaOptionsDataClient(configuration.Connect());
    }
}
