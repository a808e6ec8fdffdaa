using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.SampleEntryFacts;
using static ExitDesk.Domain.Tests.Entries.SampleRecommendations;

namespace ExitDesk.Domain.Tests.Entries.Gates;

/// <summary>What gates say of the session, the quotes, the contract, and what is held and ordered.</summary>
public sealed class GateMarketTests
{
    [Theory]
    [InlineData("09:34:59", "waits")]
    [InlineData("09:35:00", "open")]
    [InlineData("15:29:59", "open")]
    [InlineData("15:30:00", "refused")]
    public void WhenTheSessionRuns_TheWindowHasItsEdges(string newYork, string expected) =>
        Assert.Equal(expected, Session(AtTime(newYork), Noon.AddHours(8)));

    [Fact]
    public void WhenTheSessionClosesEarly_TheWindowMovesWithIt()
    {
        var early = new Session(SampleSession.Day, SampleSession.OpenAt, SampleSession.OpenAt.AddHours(3.5)); // 13:00
        EntryFacts At(string newYork) => AtTime(newYork) is var facts ? facts with { Moment = facts.Moment with { Session = early } } : facts;

        Assert.Equal(("open", "refused"), (Session(At("12:29:59"), Noon.AddHours(8)), Session(At("12:30:00"), Noon.AddHours(8))));
    }

    [Theory]
    [InlineData(0, "refused")]
    [InlineData(1, "open")]
    public void WhenTheRecommendationExpires_ItIsOver(int secondsLeft, string expected) => Assert.Equal(expected, Session(AtNoon, Noon.AddSeconds(secondsLeft)));

    [Theory]
    [InlineData(300, "refused")] // the next window begins five minutes after the open, just when it expires
    [InlineData(301, "waits")]
    public void WhenTheMarketIsClosed_OnlyWhatLivesToTheNextWindowWaits(int secondsAfterOpen, string expected) => Assert.Equal(
        expected,
        Session(AtNoon with { Moment = SampleSession.Closed, NewYorkTime = new TimeOnly(17, 0) }, SampleSession.NextOpenAt.AddSeconds(secondsAfterOpen)));

    [Fact]
    public void WhenTheMarketIsClosed_PricesCannotBeTold()
    {
        var facts = AtNoon with { Moment = SampleSession.Closed, NewYorkTime = new TimeOnly(17, 0) };
        var verdict = EntryGates.Judge(BuyCall with { ExpiresAt = SampleSession.NextOpenAt.AddDays(1) }, facts, Wide);

        Assert.True(verdict.IsInDoubt);
        Assert.Contains(verdict.Doubts, finding => finding.Gate == QuoteGate.Name);
        Assert.Null(verdict.Offer);
    }

    [Theory]
    [InlineData(2.40, 2.50, 0, GateOutcome.Passed)]
    [InlineData(2.30, 2.55, 0, GateOutcome.Refused)] // 0.25 of a mid of 2.425: 10.3 %
    [InlineData(2.30, 2.54, 0, GateOutcome.Passed)] // 0.24 of 2.42: 9.9 %
    [InlineData(0.10, 0.20, 0, GateOutcome.Passed)] // a dime may be any share of the mid
    [InlineData(0.10, 0.21, 0, GateOutcome.Refused)]
    [InlineData(0.0, 0.05, 0, GateOutcome.Refused)]
    [InlineData(null, 2.50, 0, GateOutcome.Refused)]
    [InlineData(2.40, null, 0, GateOutcome.Refused)]
    [InlineData(2.60, 2.50, 0, GateOutcome.Refused)]
    [InlineData(2.40, 2.50, 60, GateOutcome.Passed)]
    [InlineData(2.40, 2.50, 61, GateOutcome.Refused)]
    public void WhenAQuoteIsNotGood_NothingIsOpenedOnIt(double? bid, double? ask, double age, GateOutcome expected) => Assert.Equal(
        expected, QuoteGate.Evaluate(BuyCall, AtNoon.Quoted(Call, (decimal?)bid, (decimal?)ask, age), Wide).Outcome);

    [Fact]
    public void WhenOneLegOfAVerticalIsWide_TheVerticalIsRefused() =>
        Assert.Equal(GateOutcome.Refused, QuoteGate.Evaluate(DebitVertical, AtNoon.Quoted(HighCall, 1.00m, 1.30m), Wide).Outcome);

    [Fact]
    public void WhenALegHasNoQuote_ItIsRefused() => Assert.Equal(
        GateOutcome.Refused, QuoteGate.Evaluate(BuyCall, AtNoon with { Quotes = new Dictionary<string, Domain.Quotes.Quote>() }, Wide).Outcome);

    [Fact]
    public void WhenNoPriceHoldsEveryBound_ItIsRefused() => Assert.Equal(
        GateOutcome.Refused, PriceGate.Evaluate(BuyCall with { LimitPrice = 0.04m }, AtNoon, Wide).Outcome);

    [Theory]
    [InlineData("active", 100, false, GateOutcome.Passed)]
    [InlineData("inactive", 100, false, GateOutcome.Refused)]
    [InlineData("active", 100, true, GateOutcome.Refused)]
    [InlineData("active", 0, false, GateOutcome.Refused)]
    public void WhenTheBrokersListingIsOdd_TheContractIsRefused(string status, int multiplier, bool isAdjusted, GateOutcome expected) => Assert.Equal(
        expected,
        ContractGate.Evaluate(BuyCall, AtNoon with { Terms = new Dictionary<string, ContractTerms> { [Call] = new(Call, "XYZ", "XYZ", multiplier, status, isAdjusted) } }, Wide).Outcome);

    [Theory]
    [InlineData("XYZ1")]
    [InlineData("SPX")]
    [InlineData("NONE")]
    public void WhenAContractIsAdjustedOfAnIndexOrNotListed_ItIsRefused(string root)
    {
        var symbol = Call.Replace("XYZ", root, StringComparison.Ordinal);
        var terms = root == "NONE" ? [] : new Dictionary<string, ContractTerms> { [symbol] = new(symbol, root, root, 100, "active", false) };

        Assert.Equal(GateOutcome.Refused, ContractGate.Evaluate(BuyCall with { Legs = [OrderLeg.Of(symbol, PositionIntent.BuyToOpen)] }, AtNoon with { Terms = terms }, Wide).Outcome);
    }

    public static TheoryData<string, bool> Neighbours => new()
    {
        { "nothing", true },
        { "held", false },
        { "held short", false },
        { "position", false },
        { "closing", false },
        { "ended position", true },
        { "buy order", false },
        { "sell order", false },
        { "done order", true },
        { "entry", false },
        { "entry awaiting", true },
        { "own order", true },
        { "other contract", true },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void WhenTheContractIsThereAlready_NothingIsAddedToIt(string neighbour, bool passes)
    {
        var own = Other(BuyCall.Id, BuyCall).Sent();
        var facts = neighbour switch
        {
            "held" => AtNoon.Holding(Call, 1),
            "held short" => AtNoon.Holding(Call, -1),
            "position" => AtNoon with { Positions = [Live(Call)] },
            "closing" => AtNoon with { Positions = [Live(Call, PositionStatus.Closing)] },
            "ended position" => AtNoon with { Positions = [Live(Call, PositionStatus.Closed)] },
            "buy order" => AtNoon.Ordered(Order(Call, OrderSide.Buy, 1)),
            "sell order" => AtNoon.Ordered(Order(Call, OrderSide.Sell, 1)),
            "done order" => AtNoon.Ordered(Order(Call, OrderSide.Buy, 1, status: OrderStatus.Canceled)),
            "entry" => AtNoon.Entering(Other(recommendation: BuyCall)),
            "entry awaiting" => AtNoon.Entering(Other(recommendation: BuyCall, status: EntryStatus.AwaitingApproval)),
            "own order" => AtNoon.Entering(own).Ordered(own.Order!),
            "other contract" => AtNoon.Holding(HighCall, 1).Holding("XYZ", 100),
            _ => AtNoon,
        };

        Assert.Equal(passes ? GateOutcome.Passed : GateOutcome.Refused, HeldContractGate.Evaluate(BuyCall, facts, Wide).Outcome);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(199, false)]
    [InlineData(0, false)]
    [InlineData(-200, false)]
    public void WhenCallsAreSold_AHundredSharesCoverEach(decimal shares, bool passes) => Covers(passes, shares == 0 ? AtNoon : AtNoon.Holding("XYZ", shares));

    [Fact]
    public void WhenSharesAreSpokenFor_TheyCoverNothing()
    {
        var held = AtNoon.Holding("XYZ", 300);

        Covers(true, held.Holding("XYZ160122C00110000", -1));
        Covers(false, held.Holding("XYZ160122C00110000", -2));
        Covers(true, held.Holding("XYZ160122P00090000", -2));
        Covers(true, held.Holding("XYZ160122C00110000", 2));
        Covers(true, held.Ordered(Order("XYZ", OrderSide.Sell, 100)));
        Covers(false, held.Ordered(Order("XYZ", OrderSide.Sell, 101)));
        Covers(true, held.Ordered(Order("XYZ", OrderSide.Sell, 150, filled: 50)));
        Covers(true, held.Ordered(Order("XYZ", OrderSide.Buy, 300)));
        Covers(false, held.Ordered(Order("XYZ160122C00110000", OrderSide.Sell, 2, PositionIntent.SellToOpen)));
        Covers(false, held.Ordered(Order("XYZ160122C00110000", OrderSide.Sell, 2)));
        Covers(true, held.Ordered(Order("XYZ160122C00110000", OrderSide.Sell, 2, PositionIntent.SellToClose)));
        Covers(true, held with { Positions = [Live("XYZ", PositionStatus.Open, quantity: 300)] });
        Covers(false, held with { Positions = [Live("XYZ", PositionStatus.Closing, quantity: 300)] });
        Covers(true, held.Entering(Other(recommendation: SellCall with { Quantity = 1 })));
        Covers(false, held.Entering(Other(recommendation: SellCall)));
        Covers(true, held.Entering(Other(recommendation: SellCall, status: EntryStatus.AwaitingApproval)));
    }

    [Theory]
    [InlineData("XYZ1160122C00110000")]
    public void WhenAnAdjustedCallIsShort_NobodyKnowsWhatItTakes(string symbol) => Assert.Equal(
        GateOutcome.CannotTell, CoveredCallGate.Evaluate(SellCall, AtNoon.Holding("XYZ", 900).Holding(symbol, -1), Wide).Outcome);

    [Fact]
    public void WhenStockIsSoldByDollars_NobodyKnowsHowMuchOfIt() => Assert.Equal(
        GateOutcome.CannotTell, CoveredCallGate.Evaluate(SellCall, AtNoon.Holding("XYZ", 900).Ordered(Order("XYZ", OrderSide.Sell, 0)), Wide).Outcome);

    [Fact]
    public void WhenTheSharesAreOfAClass_TheyCoverTheCallsOfTheirRoot()
    {
        const string call = "BRKB160115C00100000";
        var wanted = SellCall with { Legs = [OrderLeg.Of(call, PositionIntent.SellToOpen)] };
        var facts = AtNoon with { Terms = new Dictionary<string, ContractTerms> { [call] = new(call, "BRKB", "BRK.B", 100, "active", false) } };

        Assert.Equal(GateOutcome.Passed, CoveredCallGate.Evaluate(wanted, facts.Holding("BRK.B", 200), Wide).Outcome);
    }

    [Theory]
    [InlineData("xe-other-20151223-sig-9", OrderStatus.New, GateOutcome.Refused)]
    [InlineData("xe-other-20151223-sig-9", OrderStatus.Canceled, GateOutcome.Passed)]
    [InlineData("xe-sim-20151223-sig-0", OrderStatus.New, GateOutcome.Passed)]
    [InlineData("xd-other-20151223-p-1", OrderStatus.New, GateOutcome.Passed)] // a closing's: the sync's to judge
    [InlineData("theirs", OrderStatus.New, GateOutcome.Passed)]
    public void WhenAnOpeningOrderOfOurNameIsNotInTheLedger_NothingIsOpened(string client, OrderStatus status, GateOutcome expected) => Assert.Equal(
        expected,
        UnknownOrderGate.Evaluate(BuyCall, AtNoon.Entering(Other().Sent()).Ordered(Order("ABC", OrderSide.Buy, 1, client: client, status: status)), Wide).Outcome);

    [Fact]
    public void WhenAnOpeningOrderIsOurs_TheSyncDoesNotTakeItForAClosingOfALostLedger() => Assert.Empty(
        Domain.Reconciling.UnknownOrders.Of([Other().Sent().Order!], [], "sim"));

    [Theory]
    [InlineData("+ - - -", 3)]
    [InlineData("- - + -", 1)]
    [InlineData("- +", 0)]
    [InlineData("- ?", 2)] // an unknown result is no proof of a gain
    [InlineData("", 0)]
    public void WhenResultsAreCountedBack_LossesInARowAreFound(string results, int losses)
    {
        var ended = results.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((result, number) => Live($"A{number}", PositionStatus.Closed) with
        {
            EndedAt = Noon.AddMinutes(number),
            RealizedPnl = result switch { "+" => 0, "-" => -0.01m, _ => null },
        }).ToList();

        var run = LossRun.Of(ended.AsEnumerable().Reverse());

        Assert.Equal((losses, losses == 0 ? null : ended[^1].EndedAt), (run.Losses, run.LastAt));
    }

    private static EntryFacts AtTime(string newYork) =>
        At(Noon + (TimeSpan.Parse(newYork, System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromHours(12)));

    private static string Session(EntryFacts facts, DateTimeOffset expiresAt)
    {
        var finding = SessionGate.Evaluate(BuyCall with { ExpiresAt = expiresAt }, facts, Wide);
        return finding.Outcome == GateOutcome.Refused ? "refused" : finding.Reason.Contains("waits", StringComparison.Ordinal) ? "waits" : "open";
    }

    private static void Covers(bool passes, EntryFacts facts)
    {
        var finding = CoveredCallGate.Evaluate(SellCall, facts, Wide);
        Assert.True(finding.Outcome == (passes ? GateOutcome.Passed : GateOutcome.Refused), $"{finding.Outcome}: {finding.Reason} ({finding.Evidence})");
    }
}
