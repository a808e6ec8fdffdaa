namespace ExitDesk.Simulator.Venue;

/// <summary>The account at one moment; USD.</summary>
/// <param name="LongMarketValue">Positions without a quote count at their cost.</param>
/// <param name="ShortMarketValue">Zero or negative.</param>
/// <param name="BuyingPower">What may still be spent; a cash account without margin loan.</param>
public sealed record VenueAccount(
    Guid Id, decimal Cash, decimal LongMarketValue, decimal ShortMarketValue, decimal BuyingPower)
{
    public decimal Equity => Cash + LongMarketValue + ShortMarketValue;
}
