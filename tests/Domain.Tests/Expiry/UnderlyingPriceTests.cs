using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class UnderlyingPriceTests
{
    private static readonly DateTimeOffset Now = SampleSession.Noon;

    private static readonly LastTrade Trade = new(99m, Now);

    private static UnderlyingPrice? Choose(double quoteAge, decimal? bid = 99.95m, decimal? ask = 100.05m, LastTrade? trade = null) =>
        UnderlyingPrice.Choose(new Quote(bid, ask, Now.AddSeconds(-quoteAge)), trade, Now);

    [Theory]
    [InlineData(-0.2, true)]
    [InlineData(9.999, true)]
    [InlineData(10, true)]
    [InlineData(10.001, false)]
    public void WhenQuoteIsTenSecondsOld_ItServesForTheLastTime(double age, bool serves)
    {
        var price = Choose(age, trade: Trade);

        Assert.Equal(serves ? UnderlyingPriceSource.Mid : UnderlyingPriceSource.LastTrade, price!.Value.Source);
        Assert.Equal(serves ? 100m : 99m, price.Value.Price);
        Assert.Equal(serves ? Now.AddSeconds(-age) : Now, price.Value.At);
    }

    /// <summary>0.2 % of 100 is 0.20.</summary>
    [Theory]
    [InlineData(99.90, 100.10, true)]
    [InlineData(99.90, 100.11, false)]
    [InlineData(100.0, 100.0, true)]
    [InlineData(100.01, 100.00, false)]
    [InlineData(0.0, 100.0, false)]
    [InlineData(null, 100.0, false)]
    [InlineData(100.0, null, false)]
    public void WhenSpreadIsAboveAFifthOfAPercent_TheTradeServes(double? bid, double? ask, bool serves) =>
        Assert.Equal(
            serves ? UnderlyingPriceSource.Mid : UnderlyingPriceSource.LastTrade, Choose(0, (decimal?)bid, (decimal?)ask, Trade)!.Value.Source);

    [Theory]
    [InlineData(59.999, true)]
    [InlineData(60, true)]
    [InlineData(60.001, false)]
    public void WhenTradeIsAMinuteOld_ItServesForTheLastTime(double age, bool serves) =>
        Assert.Equal(
            serves ? new UnderlyingPrice(99m, Now.AddSeconds(-age), UnderlyingPriceSource.LastTrade) : null,
            UnderlyingPrice.Choose(null, Trade with { At = Now.AddSeconds(-age) }, Now));

    [Fact]
    public void WhenNothingServes_ThePriceIsUnknown()
    {
        Assert.Null(UnderlyingPrice.Choose(null, null, Now));
        Assert.Null(Choose(11));
        Assert.Null(Choose(11, trade: Trade with { Price = 0 }));
    }
}
