namespace Alpaca.Markets;

/// <summary>The two environments that Alpaca hosts. They share the market data host.</summary>
public static class Environments
{
    private static readonly Uri Data = new("https://data.alpaca.markets");

    /// <summary>Real money.</summary>
    public static IEnvironment Live { get; } = new HostedEnvironment(new Uri("https://api.alpaca.markets"), Data);

    /// <summary>Simulated fills; the market data is real.</summary>
    public static IEnvironment Paper { get; } = new HostedEnvironment(new Uri("https://paper-api.alpaca.markets"), Data);
}
