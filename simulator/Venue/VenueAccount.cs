namespace ExitDesk.Simulator.Venue;

/// <summary>The account at one moment; USD.</summary>
/// <param name="LongMarketValue">Positions without a quote count at their cost.</param>
/// <param name="ShortMarketValue">Zero or negative.</param>
/// <param name="BuyingPower">What may still be spent; a cash account without margin loan.</param>
/// <param name="Collateral">Cash that stands behind short options: the strike of a put, the width of a spread.</param>
/// <param name="OptionsLevel">0 to 3.</param>
public sealed record VenueAccount(
    Guid Id,
    decimal Cash,
    decimal LongMarketValue,
    decimal ShortMarketValue,
    decimal BuyingPower,
    decimal Collateral = 0m,
    int OptionsLevel = 3)
{
    public decimal Equity => Cash + LongMarketValue + ShortMarketValue;
}
