namespace ExitDesk.Simulator.Venue;

/// <summary>The account at one moment; USD.</summary>
/// <param name="LongMarketValue">Positions without a quote count at their cost.</param>
/// <param name="ShortMarketValue">Zero or negative.</param>
/// <param name="BuyingPower">What may still be spent; a cash account without margin loan.</param>
/// <param name="Collateral">Cash that stands behind what is short: the strike of a put, the width of a spread, a stock's margin.</param>
/// <param name="OptionsLevel">The level that counts, 0 to 3.</param>
/// <param name="ApprovedOptionsLevel">The highest level that the owner may choose, 0 to 3.</param>
public sealed record VenueAccount(
    Guid Id,
    decimal Cash,
    decimal LongMarketValue,
    decimal ShortMarketValue,
    decimal BuyingPower,
    decimal Collateral = 0m,
    int OptionsLevel = 3,
    int ApprovedOptionsLevel = 3,
    bool ShortingEnabled = false)
{
    public decimal Equity => Cash + LongMarketValue + ShortMarketValue;
}
