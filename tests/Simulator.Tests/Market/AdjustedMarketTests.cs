using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market;

public sealed class AdjustedMarketTests
{
    private const string Before = "AAPL261218C00230000";
    private const string After = "AAPL1261218C00230000";

    [Fact]
    public void WhenAContractIsAdjusted_ItsQuotesAreFoundUnderTheNewRootAlone()
    {
        var inner = FirstDay.Create(1).Market;
        var market = new AdjustedMarket(inner, Before);
        var at = inner.Days[0].Open.AddHours(1);

        Assert.Equal(After, market.Adjusted);
        Assert.True(market.Contracts.Single(contract => contract.Symbol == After).IsAdjusted);
        Assert.DoesNotContain(market.Contracts, contract => contract.Symbol == Before);
        Assert.NotNull(inner.OptionQuote(Before, at));
        Assert.Equal(inner.OptionQuote(Before, at), market.OptionQuote(After, at));
        Assert.Equal(inner.Greeks(Before, at), market.Greeks(After, at));
        Assert.Null(market.OptionQuote(Before, at));
        Assert.Equal(inner.StockQuote("AAPL", at), market.StockQuote("AAPL", at));
    }
}
