namespace Alpaca.Markets;

/// <summary>Option quotes: the live host unless set otherwise.</summary>
public sealed class AlpacaOptionsDataClientConfiguration : AlpacaClientConfigurationBase
{
    public AlpacaOptionsDataClientConfiguration()
        : base(Environments.Live.AlpacaDataApi)
    {
    }

    private protected override string Path => "v1beta1/options/";
}
