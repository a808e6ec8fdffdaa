using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Quotes;

public sealed class QuoteJudgeTests
{
    private static readonly DateTimeOffset Now = SampleSession.Noon;

    private static readonly Gen<(decimal Bid, decimal Ask, int Age, int More, decimal Moved)> Ageing =
        from bid in Gen.Choose(0, 500)
        from ask in Gen.Choose(0, 500)
        from age in Gen.Choose(0, 1_000)
        from more in Gen.Choose(0, 1_000)
        from moved in Gen.Choose(-40, 40)
        select (bid / 100m, ask / 100m, age, more, moved / 10_000m);

    private static QuoteQuality Judge(decimal? bid, decimal? ask, double age = 1, decimal? moved = null) =>
        QuoteJudge.Judge(new Quote(bid, ask, Now.AddSeconds(-age)), Now, SampleSession.OpenAt, moved);

    [Theory]
    [InlineData(60, 0.0100, QuoteQuality.Usable)]
    [InlineData(60.001, 0.0100, QuoteQuality.Stale)]
    [InlineData(61, 0.0020, QuoteQuality.Stale)]
    [InlineData(61, -0.0020, QuoteQuality.Stale)]
    [InlineData(61, 0.0019, QuoteQuality.Usable)]
    [InlineData(61, -0.0019, QuoteQuality.Usable)]
    [InlineData(61, null, QuoteQuality.Usable)]
    [InlineData(900, 0.0, QuoteQuality.Usable)]
    [InlineData(900, null, QuoteQuality.Usable)]
    [InlineData(900.001, 0.0, QuoteQuality.Stale)]
    [InlineData(900.001, null, QuoteQuality.Stale)]
    [InlineData(-2, 0.0100, QuoteQuality.Usable)]
    public void WhenAQuoteAges_OnlyTheUnderlyingOrAQuarterOfAnHourMakesItStale(double age, double? moved, QuoteQuality expected) =>
        Assert.Equal(expected, Judge(1.50m, 1.55m, age, (decimal?)moved));

    [Theory]
    [InlineData(0, QuoteQuality.Usable)]
    [InlineData(-1, QuoteQuality.Stale)]
    public void WhenAQuoteIsFromBeforeTodaysOpen_ItIsStale(int secondsAfterOpen, QuoteQuality expected)
    {
        var quote = new Quote(1.50m, 1.55m, SampleSession.OpenAt.AddSeconds(secondsAfterOpen));

        Assert.Equal(expected, QuoteJudge.Judge(quote, SampleSession.OpenAt.AddSeconds(5), SampleSession.OpenAt, null));
    }

    [Theory]
    [InlineData(0.10, 0.20, QuoteQuality.Usable)] // 0.10 is not above 0.10, however large a share of the mid
    [InlineData(0.10, 0.21, QuoteQuality.Wide)]
    [InlineData(0.90, 1.10, QuoteQuality.Usable)] // 20 % of the mid to the cent
    [InlineData(0.90, 1.11, QuoteQuality.Wide)]
    [InlineData(9.00, 11.00, QuoteQuality.Usable)]
    [InlineData(9.00, 11.01, QuoteQuality.Wide)]
    [InlineData(1.50, 1.50, QuoteQuality.Usable)] // locked
    [InlineData(1.51, 1.50, QuoteQuality.Crossed)]
    [InlineData(0.00, 0.05, QuoteQuality.Usable)]
    [InlineData(0.00, 0.10, QuoteQuality.Usable)]
    [InlineData(0.00, 0.11, QuoteQuality.Wide)]
    [InlineData(0.00, 0.00, QuoteQuality.Missing)]
    [InlineData(1.50, 0.00, QuoteQuality.OneSided)]
    [InlineData(1.50, null, QuoteQuality.OneSided)]
    [InlineData(null, 1.50, QuoteQuality.OneSided)]
    [InlineData(null, 0.00, QuoteQuality.Missing)]
    [InlineData(0.00, null, QuoteQuality.Missing)]
    [InlineData(null, null, QuoteQuality.Missing)]
    public void WhenSidesAreQuoted_TheQualityFollowsFromThem(double? bid, double? ask, QuoteQuality expected) =>
        Assert.Equal(expected, Judge((decimal?)bid, (decimal?)ask));

    [Fact]
    public void WhenThereIsNoQuote_ItIsMissing() =>
        Assert.Equal(QuoteQuality.Missing, QuoteJudge.Judge(null, Now, SampleSession.OpenAt, null));

    [Fact]
    public void WhenAnOldQuoteIsAlsoCrossed_ItIsStale() =>
        Assert.Equal(QuoteQuality.Stale, Judge(2, 1, age: 901));

    [Fact]
    public void WhenAQuoteGrowsOlder_ItNeverBecomesUsableAgain() =>
        Prop.ForAll(
            Ageing.ToArbitrary(),
            quote => Judge(quote.Bid, quote.Ask, quote.Age, quote.Moved) == QuoteQuality.Usable
                || Judge(quote.Bid, quote.Ask, quote.Age + quote.More, quote.Moved) != QuoteQuality.Usable)
            .QuickCheckThrowOnFailure();
}
