using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Recommendations;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries;

public sealed class EntryPriceTests
{
    private static readonly EntrySettings Settings = EntrySettings.Default with { MaximumSlippage = 5 };

    [Theory]
    [InlineData(2.50, 2.50)]
    [InlineData(2.52, 2.50)] // no side proves the fine grid: nickels, and never above what was asked
    [InlineData(2.49, 2.45)]
    [InlineData(0.05, 0.05)]
    public void WhenAnOptionIsBought_TheLimitIsOnTheGridAndNeverAboveWhatWasAsked(decimal limit, decimal expected) =>
        Assert.Equal(expected, Price(SampleRecommendations.BuyCall with { LimitPrice = limit }, 2.40m, 2.50m));

    [Theory]
    [InlineData(2.50, 2.50)]
    [InlineData(2.51, 2.55)]
    [InlineData(3.02, 3.10)] // dimes from 3.00
    public void WhenAnOptionIsSold_TheLimitIsOnTheGridAndNeverBelowWhatWasAsked(decimal limit, decimal expected) =>
        Assert.Equal(expected, Price(SampleRecommendations.SellCall with { LimitPrice = limit }, 2.40m, 2.50m));

    [Fact]
    public void WhenTheLeastTickIsAboveTheLimit_NothingIsBought() =>
        Assert.Null(Price(SampleRecommendations.BuyCall with { LimitPrice = 0.04m }, 0.05m, 0.10m));

    [Theory]
    [InlineData(2.41, 2.49, 0.04, 2.49)] // cents are proved by the quote
    [InlineData(2.41, 2.49, 0.03, 2.48)]
    [InlineData(2.41, 2.49, 0, 2.45)]
    [InlineData(2.41, 2.48, 0, 2.44)] // a mid between two cents
    public void WhenSlippageIsGiven_ABuyIsBoundByTheMid(decimal bid, decimal ask, decimal slippage, decimal expected) =>
        Assert.Equal(expected, Price(Slipping(SampleRecommendations.BuyCall, slippage), bid, ask));

    [Theory]
    [InlineData(2.41, 2.49, 0.04, 2.41)]
    [InlineData(2.41, 2.49, 0.03, 2.42)]
    [InlineData(2.41, 2.48, 0, 2.45)]
    public void WhenSlippageIsGiven_ASaleIsBoundByTheMid(decimal bid, decimal ask, decimal slippage, decimal expected) =>
        Assert.Equal(expected, Price(Slipping(SampleRecommendations.SellCall, slippage), bid, ask));

    [Theory]
    [InlineData(2.55, 2.55)]
    [InlineData(2.56, 2.55)]
    [InlineData(9.99, 2.55)]
    public void WhenALimitIsFarAboveTheMarket_TheDesksSlippageHolds(decimal limit, decimal expected) => Assert.Equal(
        expected,
        EntryPrice.Limit(SampleRecommendations.BuyCall with { LimitPrice = limit }, SampleEntryFacts.AtNoon, Settings with { MaximumSlippage = 0.10m }));

    [Theory]
    [InlineData(null, 1.20)]
    [InlineData(1.10, 1.10)]
    [InlineData(1.30, 1.20)]
    public void WhenTheOwnerSawAPrice_NoWorseOneIsSent(double? approved, decimal expected) => Assert.Equal(
        expected,
        EntryPrice.Limit(SampleRecommendations.DebitVertical, SampleEntryFacts.AtNoon with { ApprovedPrice = (decimal?)approved }, Settings));

    [Theory]
    [InlineData(-1.20, -1.20)]
    [InlineData(-1.30, -1.20)]
    [InlineData(-1.10, -1.10)]
    public void WhenTheOwnerSawACredit_NoSmallerOneIsTaken(decimal limit, decimal expected) => Assert.Equal(
        Math.Min(expected, limit),
        EntryPrice.Limit(SampleRecommendations.CreditVertical with { LimitPrice = limit }, SampleEntryFacts.AtNoon with { ApprovedPrice = expected }, Settings));

    [Theory]
    [InlineData(2.30, 1.10, 0, -1.25)] // put 2.30 / 2.50 less 1.10 / 1.20: a mid of −1.25
    [InlineData(2.30, 1.10, 0.10, -1.15)]
    [InlineData(2.31, 1.10, 0, -1.26)] // −1.255 is never sold for less
    public void WhenACreditIsPricedByTheMid_CentsRoundForUs(decimal bid, decimal wing, decimal slippage, decimal expected) => Assert.Equal(
        expected,
        EntryPrice.Limit(
            Slipping(SampleRecommendations.CreditVertical, slippage),
            SampleEntryFacts.AtNoon.Quoted(SampleRecommendations.Put, bid, 2.50m).Quoted(SampleRecommendations.LowPut, wing, 1.20m),
            Settings));

    [Fact]
    public void WhenACreditWouldHaveToBePaidFor_ThereIsNoPrice() => Assert.Null(EntryPrice.Limit(
        Slipping(SampleRecommendations.CreditVertical, 2), SampleEntryFacts.AtNoon, Settings));

    [Fact]
    public void WhenADebitIsNone_ThereIsNoPrice() => Assert.Null(EntryPrice.Limit(
        SampleRecommendations.DebitVertical, SampleEntryFacts.AtNoon.Quoted(SampleRecommendations.HighCall, 2.40m, 2.50m), Settings with { MaximumSlippage = 0 }));

    [Theory]
    [InlineData(null, 2.50)]
    [InlineData(2.40, null)]
    public void WhenASideIsMissing_ThereIsNoPrice(double? bid, double? ask) =>
        Assert.Null(Price(SampleRecommendations.BuyCall, (decimal?)bid, (decimal?)ask));

    [Fact]
    public void WhenAVerticalIsOffered_ItIsOneOrderOfTwoLegs()
    {
        var offer = EntryOffer.For(SampleRecommendations.DebitVertical, SampleEntryFacts.AtNoon, Settings)!;
        var ticket = offer.Ticket(SampleRecommendations.DebitVertical, "x");

        Assert.Equal((1.20m, 1.20m, 2m, 2), (offer.LimitPrice, offer.Mid, ticket.Quantity, ticket.Legs.Count));
        Assert.Null(Domain.Orders.TicketCheck.Problem(ticket));
    }

    private static decimal? Price(Recommendation recommendation, decimal? bid, decimal? ask) =>
        EntryPrice.Limit(recommendation, SampleEntryFacts.AtNoon.Quoted(SampleRecommendations.Call, bid, ask), Settings);

    private static Recommendation Slipping(Recommendation recommendation, decimal slippage) => recommendation with { LimitPrice = null, MaximumSlippage = slippage };
}
