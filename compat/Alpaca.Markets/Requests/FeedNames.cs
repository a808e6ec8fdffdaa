namespace Alpaca.Markets;

/// <summary>Feeds as the API spells them.</summary>
internal static class FeedNames
{
    public static string Name(this OptionsFeed feed) => feed switch
    {
        OptionsFeed.Opra => "opra",
        OptionsFeed.Indicative => "indicative",
    };

    public static string Name(this MarketDataFeed feed) => feed switch
    {
        MarketDataFeed.Iex => "iex",
        MarketDataFeed.Sip => "sip",
    };
}
