using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Seeded;

/// <summary>What holds for every quote of a made-up market.</summary>
public sealed class SeededQuoteTests
{
    private static readonly SeededMarket Market = SampleMarket.Create();

    [Fact]
    public void WhenOptionsAreQuoted_QuotesAreSane()
    {
        foreach (var (contract, at, quote) in Quotes())
        {
            var grid = GridOf(contract);
            Assert.True(quote.Bid >= 0 && quote.Ask > quote.Bid, $"{contract.Symbol} {quote}");
            Assert.Equal(grid.Down(quote.Bid!.Value), quote.Bid);
            Assert.Equal(grid.Up(quote.Ask!.Value), quote.Ask);
            Assert.Equal(quote.Bid == 0, quote.BidSize == 0);
            Assert.True(quote.AskSize > 0);
            Assert.InRange((at - quote.At).TotalSeconds, 0, 60);
        }
    }

    [Fact]
    public void WhenOptionsAreQuoted_NoneIsWorthMoreThanItCanPayOrSellsBelowItsValue()
    {
        foreach (var (contract, _, quote) in Quotes())
        {
            var stock = Market.StockQuote(contract.Underlying, quote.At)!;
            var (spotAsk, spotBid) = (stock.Ask!.Value, stock.Bid!.Value);
            var step = GridOf(contract).StepAt(quote.Ask!.Value);
            var most = contract.IsCall ? spotAsk : contract.Strike;
            var least = contract.IsCall ? spotBid - contract.Strike : contract.Strike - spotAsk;

            Assert.True(quote.Bid <= most, $"{contract.Symbol} {quote} {stock}");
            Assert.True(quote.Ask <= most + step, $"{contract.Symbol} {quote} {stock}");
            Assert.True(quote.Ask >= least, $"{contract.Symbol} {quote} {stock}");
        }
    }

    [Fact]
    public void WhenStrikesRise_FairValuesFallForCallsAndRiseForPutsAndAreConvex()
    {
        foreach (var years in new[] { 1e-5, 0.001, 1 / 252.0, 0.02, 0.15, 1 })
        {
            foreach (var isCall in new[] { true, false })
            {
                var fair = Enumerable.Range(0, 81).Select(step => FairAt(60 + step, years, isCall)).ToArray();

                for (var strike = 1; strike < fair.Length - 1; strike++)
                {
                    Assert.True((isCall ? fair[strike - 1] - fair[strike] : fair[strike] - fair[strike - 1]) >= -1e-9);
                    Assert.True(fair[strike - 1] + fair[strike + 1] - (2 * fair[strike]) >= -1e-9, $"{years} {strike + 60}");
                }
            }
        }
    }

    [Fact]
    public void WhenStrikesAreFarOut_NobodyBids()
    {
        var at = Market.Days[0].Open.AddHours(5);

        Assert.Equal(0, Market.OptionQuote("SPY261120P00500000", at)!.Bid);
        Assert.Equal(0, Market.OptionQuote("SPY261120C00700000", at)!.Bid);
        Assert.InRange(Market.OptionQuote("SPY261120C00700000", at)!.Ask!.Value, 0.01m, 0.02m);
        Assert.True(Market.OptionQuote("SPY270115C00600000", at)!.Bid > 5);
    }

    [Fact]
    public void WhenVolatilityRises_SpreadsWiden()
    {
        var spec = SampleMarket.Spec;
        var wild = new SeededMarket(spec with { Underlyings = [spec.Underlyings[0] with { AnnualVolatility = 0.64 }] });
        var at = Market.Days[0].Open.AddMinutes(1);

        Assert.True(Spread(wild, "SPY270115C00600000", at) > 4 * Spread(Market, "SPY270115C00600000", at));
    }

    [Fact]
    public void WhenAnOptionIsFurtherFromTheMoney_ItsSpreadIsLargerAgainstItsPrice()
    {
        var at = Market.Days[0].Open.AddMinutes(1);
        var shares = new[] { 600, 640, 680 }.Select(strike =>
        {
            var quote = Market.OptionQuote($"SPY270115C00{strike}000", at)!;
            return (quote.Ask!.Value - quote.Bid!.Value) / quote.Ask.Value;
        }).ToArray();

        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public void WhenAStockIsQuoted_TheSpreadIsTightAndInCents()
    {
        foreach (var at in SampleMarket.Instants(Market, 97).Where(at => Market.StockQuote("SPY", at) is not null))
        {
            var quote = Market.StockQuote("SPY", at)!;
            Assert.True(quote.Ask - quote.Bid >= 0.01m && quote.Ask - quote.Bid <= 0.0005m * quote.Bid, $"{quote}");
            Assert.Equal(quote.Bid!.Value, Math.Round(quote.Bid.Value, 2));
            Assert.InRange(Market.LastStockTrade("SPY", at)!.At, at.AddSeconds(-60), at);
        }
    }

    [Fact]
    public void WhenGreeksAreAsked_TheyHaveTheirSigns()
    {
        foreach (var (contract, at, _) in Quotes())
        {
            var greeks = Market.Greeks(contract.Symbol, at)!;
            Assert.InRange(greeks.Delta, contract.IsCall ? 0 : -1, contract.IsCall ? 1 : 0);
            Assert.True(greeks.Gamma >= 0 && greeks.Vega >= 0 && greeks.ImpliedVolatility > 0);
            Assert.True(new[] { greeks.Theta, greeks.Rho }.All(double.IsFinite));
        }
    }

    [Theory]
    [InlineData(2.994, 2.99, 3.00)]
    [InlineData(3.01, 3.00, 3.05)]
    [InlineData(3.00, 3.00, 3.00)]
    [InlineData(0.004, 0, 0.01)]
    public void WhenAPriceIsOffThePennyGrid_ItGoesToTheNextStep(double price, double down, double up)
    {
        Assert.Equal((decimal)down, TickGrid.Penny.Down((decimal)price));
        Assert.Equal((decimal)up, TickGrid.Penny.Up((decimal)price));
    }

    [Theory]
    [InlineData(2.96, 2.95, 3.00)]
    [InlineData(3.01, 3.00, 3.10)]
    [InlineData(0.01, 0, 0.05)]
    public void WhenAPriceIsOffTheNickelGrid_ItGoesToTheNextStep(double price, double down, double up)
    {
        Assert.Equal((decimal)down, TickGrid.Nickel.Down((decimal)price));
        Assert.Equal((decimal)up, TickGrid.Nickel.Up((decimal)price));
    }

    private static IEnumerable<(ListedContract Contract, DateTimeOffset At, MarketQuote Quote)> Quotes() =>
        from at in SampleMarket.Instants(Market, 613)
        from contract in Market.Contracts
        let quote = Market.OptionQuote(contract.Symbol, at)
        where quote is not null
        select (contract, at, quote);

    private static double FairAt(double strike, double years, bool isCall) =>
        new BlackScholes(100, strike, years, 0.04, 0, VolatilitySurface.At(0.3, 100, strike, years)).Price(isCall);

    private static TickGrid GridOf(ListedContract contract) =>
        SampleMarket.Spec.Underlyings.Single(known => known.Symbol == contract.Underlying).Ticks;

    private static decimal Spread(SeededMarket market, string symbol, DateTimeOffset at)
    {
        var quote = market.OptionQuote(symbol, at)!;
        return quote.Ask!.Value - quote.Bid!.Value;
    }
}
