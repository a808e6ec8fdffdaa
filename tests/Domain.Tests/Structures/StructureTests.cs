using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using Xunit;
using static ExitDesk.Domain.Tests.Structures.Legs;

namespace ExitDesk.Domain.Tests.Structures;

public sealed class StructureTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 16, 0, 0, TimeSpan.Zero);

    private static Func<string, Quote?> Quotes(params (string Symbol, decimal? Bid, decimal? Ask)[] quotes) =>
        symbol => quotes.Where(quote => quote.Symbol == symbol).Select(quote => new Quote(quote.Bid, quote.Ask, At)).FirstOrDefault();

    private static Structure PutVertical(decimal credit, int multiplier = 100, decimal units = 1) =>
        Of(units, Put(100).Leg(-1, credit + 1m, multiplier), Put(95).Leg(1, 1m, multiplier));

    [Theory]
    [InlineData("1.20", "3.80")]
    [InlineData("2.00", "3.00")]
    [InlineData("4.99", "0.01")]
    [InlineData("5.00", null)]
    [InlineData("0.00", null)]
    public void WhenVerticalTookACredit_MaximumLossIsWidthMinusCredit(string credit, string? expected)
    {
        var vertical = PutVertical(decimal.Parse(credit));

        Assert.Equal(expected is null ? null : decimal.Parse(expected), vertical.MaximumLoss);
        Assert.Equal(5m, vertical.Width);
        Assert.Equal(-decimal.Parse(credit), vertical.EntryValue);
    }

    [Fact]
    public void WhenCondorWingsDiffer_TheWiderCounts()
    {
        var condor = Of(1, Put(90).Leg(1, 0.5m), Put(95).Leg(-1, 1.5m), Call(105).Leg(-1, 1.5m), Call(115).Leg(1, 0.5m));

        Assert.Equal(StructureKind.IronCondor, condor.Kind);
        Assert.Equal((10m, -2m, 8m), (condor.Width!.Value, condor.EntryValue, condor.MaximumLoss!.Value));
    }

    [Fact]
    public void WhenShortIsNaked_NeitherWidthNorMaximumLossIsKnown()
    {
        Structure[] naked = [Of(1, Put(100).Leg(-1)), Of(1, Call(100).Leg(-1)), Of(1, Put(95).Leg(-1), Call(105).Leg(-1))];

        Assert.All(naked, one => Assert.Equal((null, null, true), (one.Width, one.MaximumLoss, one.IsCredit)));
    }

    [Fact]
    public void WhenStructureIsADebit_ItHasNoMaximumLossOfItsOwn()
    {
        Structure[] debits = [Of(1, Call(100).Leg(1)), Of(1, Put(100).Leg(1, 3m), Put(95).Leg(-1, 1m)), Of(1, Put(95).Leg(1), Call(95).Leg(1))];

        Assert.All(debits, one => Assert.Equal((null, false), (one.MaximumLoss, one.IsCredit)));
    }

    [Fact]
    public void WhenCallIsCovered_OnlyTheCallIsJudgedAndClosed()
    {
        var covered = Of(2, Call(110).Leg(-1, 1.5m), "SPY".Leg(100, 98m));

        Assert.Equal(StructureKind.CoveredCall, covered.Kind);
        Assert.Equal(Call(110), Assert.Single(covered.ClosingLegs).Symbol);
        Assert.Equal((-1.5m, 100, null), (covered.EntryValue, covered.Multiplier, covered.MaximumLoss));
        Assert.Equal(-0.8m, NetQuote.ClosingValue(covered, Quotes((Call(110), 0.7m, 0.8m))));
        Assert.Equal(140m, covered.PnlAt(-0.8m));
    }

    [Fact]
    public void WhenStructureIsClosed_LongLegsSellAtTheBidAndShortOnesBuyAtTheAsk()
    {
        var quotes = Quotes((Put(100), 2.9m, 3.1m), (Put(95), 0.8m, 1.2m));

        Assert.Equal(0.8m - 3.1m, NetQuote.ClosingValue(PutVertical(1.2m), quotes));
        Assert.Equal(2m, NetQuote.Of(PutVertical(1.2m), quotes)!.Mid);
    }

    [Fact]
    public void WhenASideIsNotQuoted_TheValueIsUnknown()
    {
        var vertical = PutVertical(1.2m);

        Assert.Null(NetQuote.ClosingValue(vertical, Quotes((Put(100), 2.9m, null), (Put(95), 0.8m, 1.2m))));
        Assert.Null(NetQuote.ClosingValue(vertical, Quotes((Put(100), 2.9m, 3.1m))));
        Assert.Null(NetQuote.ClosingValue(vertical, Quotes((Put(100), 2.9m, 3.1m), (Put(95), 0m, null))));
        Assert.Equal(-3.1m, NetQuote.ClosingValue(vertical, Quotes((Put(100), 2.9m, 3.1m), (Put(95), 0m, 0.05m))));
        Assert.Null(NetQuote.Of(vertical, Quotes((Put(100), 2.9m, 3.1m), (Put(95), null, 1.2m)))!.Mid);
        Assert.Null(NetQuote.Of(vertical, Quotes((Put(100), 0m, 0m), (Put(95), 0.8m, 1.2m)))!.Ask);
    }

    [Theory]
    [InlineData(10, -48)]
    [InlineData(100, -480)]
    [InlineData(150, -720)]
    public void WhenMultiplierIsNotAHundred_PnlFollowsIt(int multiplier, int expected) =>
        Assert.Equal(expected, PutVertical(1.2m, multiplier, 2).PnlAt(-3.6m));

    [Theory]
    [InlineData(10, 50)]
    [InlineData(150, 750)]
    public void WhenLongOptionIsAdjusted_PnlFollowsItsMultiplier(int multiplier, int expected) =>
        Assert.Equal(expected, Of(10, Call(100, root: "AAPL1").Leg(1, 2m, multiplier)).PnlAt(2.5m));

    [Fact]
    public void WhenStockIsHeld_EachShareCountsOnce()
    {
        Assert.Equal(-25m, Of(50, "SPY".Leg(1, 100m)).PnlAt(99.5m));
        Assert.Equal(25m, Of(50, "SPY".Leg(-1, 100m)).PnlAt(-99.5m));
    }

    [Fact]
    public void WhenLegsExpireApart_TheNearestCounts()
    {
        var calendar = Of(1, Call(100).Leg(-1), Call(100, Far).Leg(1, 2m));

        Assert.Equal((new DateOnly(2026, 1, 16), "SPY"), (calendar.NearestExpiration, calendar.Underlying));
        Assert.Null(Of(1, "SPY".Leg(1)).NearestExpiration);
    }

    [Fact]
    public void WhenShareClassHasADot_TheUnderlyingIsThatOfItsOptions() =>
        Assert.Equal("BRKB", Of(1, Call(500, root: "BRKB").Leg(-1), "BRK.B".Leg(100)).Underlying);
}
