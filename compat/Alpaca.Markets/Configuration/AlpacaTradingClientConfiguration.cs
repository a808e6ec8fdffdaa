namespace Alpaca.Markets;

/// <summary>Account, clock and calendar: the live host unless set otherwise.</summary>
public sealed class AlpacaTradingClientConfiguration : AlpacaClientConfigurationBase
{
    public AlpacaTradingClientConfiguration()
        : base(Environments.Live.AlpacaTradingApi)
    {
    }

    private protected override string Path => "";
}
