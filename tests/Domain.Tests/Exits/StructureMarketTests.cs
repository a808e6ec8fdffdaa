using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class StructureMarketTests
{
    private static readonly Structure Spread = SamplePositions.PutCreditSpread();

    private static LegQuote Leg(decimal? bid, decimal? ask, double age = 0) => new(new Quote(bid, ask, SampleSession.Noon.AddSeconds(-age)));

    private static StructureMarket Of(params LegQuote[] legs) =>
        StructureMarket.Of(Spread, legs, SampleSession.Noon, SampleSession.OpenAt);

    [Fact]
    public void WhenASpreadIsNetted_LongLegsSellAtTheBidAndShortLegsAreBoughtAtTheAsk()
    {
        var market = Of(Leg(0.80m, 0.85m), Leg(2.00m, 2.10m, 7));

        Assert.Equal((QuoteQuality.Usable, -1.30m, -1.15m), (market.Quality, market.ClosingValue, market.OpeningValue));
        Assert.Equal((-1.225m, SampleSession.Noon.AddSeconds(-7)), (market.MidValue, market.At));
    }

    [Theory]
    [InlineData(QuoteQuality.Usable, QuoteQuality.Wide)]
    [InlineData(QuoteQuality.Wide, QuoteQuality.Crossed)]
    [InlineData(QuoteQuality.Crossed, QuoteQuality.OneSided)]
    [InlineData(QuoteQuality.OneSided, QuoteQuality.Stale)]
    [InlineData(QuoteQuality.Stale, QuoteQuality.Missing)]
    public void WhenLegsDiffer_TheWorstSpeaksForTheWhole(QuoteQuality better, QuoteQuality worse)
    {
        Assert.Equal(worse, StructureMarket.Worst(better, worse));
        Assert.Equal(worse, StructureMarket.Worst(worse, better));
    }

    [Theory]
    [InlineData(0.15, QuoteQuality.Usable)]
    [InlineData(0.60, QuoteQuality.Wide)] // what its ask leaves open is much beside a mid of 1.90
    public void WhenNobodyBidsForTheWing_ItIsWorthNothing(decimal ask, QuoteQuality expected)
    {
        var market = Of(Leg(0, ask), Leg(2.15m, 2.25m));

        Assert.Equal((expected, -2.25m), (market.Quality, market.ClosingValue));
    }

    [Theory]
    [InlineData(null, 0.20, QuoteQuality.OneSided)]
    [InlineData(0.00, null, QuoteQuality.Missing)]
    public void WhenTheWingIsNotQuoted_NothingIsJudged(double? bid, double? ask, QuoteQuality expected) =>
        Assert.Equal(expected, Of(Leg((decimal?)bid, (decimal?)ask), Leg(2.15m, 2.25m)).Quality);

    [Fact]
    public void WhenGreeksAreThere_TheyAreNetted()
    {
        var (wing, sold) = (Leg(0.80m, 0.85m), Leg(2.00m, 2.10m));

        Assert.Equal(0.15m, Of(wing with { Delta = -0.20m }, sold with { Delta = -0.35m }).NetDelta);
        Assert.Null(Of(wing, sold with { Delta = -0.35m }).NetDelta);
    }

    [Fact]
    public void WhenLegsAreInAnotherOrder_NothingChanges()
    {
        var turned = new Structure(Spread.Kind, [.. Spread.Legs.Reverse()], Spread.Units);
        LegQuote[] quotes = [Leg(0.80m, 0.85m), Leg(2.00m, 2.10m, 7)];

        Assert.Equal(
            StructureMarket.Of(Spread, quotes, SampleSession.Noon, SampleSession.OpenAt),
            StructureMarket.Of(turned, [quotes[1], quotes[0]], SampleSession.Noon, SampleSession.OpenAt));
    }

    [Theory]
    [InlineData(103.00, false, null, null)]
    [InlineData(98.00, true, 0.05, null)] // intrinsic 2.00 of a mid of 2.05
    public void WhenTheShortLegIsInTheMoney_ItsExtrinsicValueIsAtTheMid(decimal price, bool inTheMoney, double? extrinsic, double? call) => Assert.Equal(
        new AssignmentFacts(true, inTheMoney, (decimal?)extrinsic, (decimal?)call, 0),
        AssignmentReading.Of(
            Spread, [Leg(0.80m, 0.85m), Leg(2.00m, 2.10m)], new ExitFacts(new UnderlyingFacts(price, null, 1), default, 0), SampleSession.Noon, SampleSession.OpenAt));

    [Fact]
    public void WhenThePutSpreadIsSold_ItWantsARise() => Assert.Equal(1, PositionDirection.Of(Spread));
}
