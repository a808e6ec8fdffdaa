namespace Alpaca.Markets;

/// <summary>Where option quotes come from.</summary>
public enum OptionsFeed
{
    /// <summary>The consolidated feed; needs a subscription.</summary>
    Opra,

    /// <summary>Free: quotes are modified and trades delayed.</summary>
    Indicative,
}
