namespace Alpaca.Markets;

/// <summary>Stock quotes: the live host unless set otherwise.</summary>
public sealed class AlpacaDataClientConfiguration : AlpacaClientConfigurationBase
{
    public AlpacaDataClientConfiguration()
        : base(Environments.Live.AlpacaDataApi)
    {
    }

    private protected override string Path => "v2/stocks/";
}
