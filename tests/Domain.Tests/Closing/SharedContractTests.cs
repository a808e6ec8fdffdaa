using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>Ten contracts are to be closed while other positions and other closings are in the same contract.</summary>
public sealed class SharedContractTests
{
    private static readonly PositionClosing Refused = NewClosing().With(Attempt(AttemptOutcome.Refused) with { Symbol = SamplePositions.Symbol });
    private static readonly Order Theirs = Order(OrderStatus.New, id: "theirs", quantity: 4);

    [Theory]
    [InlineData(14, 4, 10)]
    [InlineData(13, 4, 9)]
    [InlineData(5, 4, 1)]
    public void WhenWhatIsHeldCoversWhatOthersSold_OnlyTheRestIsClosed(decimal held, decimal cover, decimal closed) =>
        Assert.Equal(Close(closed), Refused.See(Covering(1, held, cover)).Step);

    [Fact]
    public void WhenNothingIsHeldBesideTheCover_TheSyncFindsWhoseItIsAfterTwoLooks()
    {
        var once = Refused.See(Covering(1, 4, 4));
        Assert.Equal(Noon.AddSeconds(11), Assert.IsType<CloseStep.Wait>(once.Step).Until);

        Assert.IsType<CloseStep.Wait>(once.Closing.See(Covering(10.9, 4, 4)).Step);
        Assert.Equal(CloseEnd.Unfilled, Assert.IsType<CloseStep.Settle>(once.Closing.See(Covering(11, 4, 4)).Step).End);
    }

    [Fact]
    public void WhenAShortIsBoughtBack_NobodyNeedsItsCover()
    {
        var closing = NewClosing(side: PositionSide.Short).With(Attempt(AttemptOutcome.Refused) with { Symbol = SamplePositions.Symbol });

        Assert.Equal(Close(10), closing.See(Covering(1, -10, 4)).Step);
    }

    [Theory]
    [InlineData(Urgency.Immediate, 2, true)]
    [InlineData(Urgency.Immediate, 0, false)] // bought back: the cover of the others is not sold
    [InlineData(Urgency.Normal, 2, false)]
    public void WhenTheLongLegOfASpreadIsTheCoverOfOthers_AnUrgentCloseBuysTheShortOneBack(Urgency urgency, decimal held, bool isBought)
    {
        var spread = NewClosing() with { Structure = SampleStructures.CallDebit(), Trigger = NewClosing().Trigger with { Urgency = urgency } };
        spread = held > 0 ? spread : spread.With(Order(OrderStatus.Filled, 2, 2, symbol: SampleStructures.HighCall, side: OrderSide.Buy));
        var look = new CloseLook(Noon.AddSeconds(20), new Dictionary<string, decimal> { [SampleStructures.LowCall] = 2, [SampleStructures.HighCall] = -held }, [])
        {
            Covering = new Dictionary<string, decimal> { [SampleStructures.LowCall] = 2 },
        };
        var quotes = new CloseQuotes(new Dictionary<string, Domain.Quotes.Quote>());
        var step = CloseProtocol.Next(CloseObservation.Observe(spread, look), new CloseFacts(SampleSession.At(look.At), true) { Look = look, Quotes = quotes });

        Assert.Equal(isBought, step == new CloseStep.SubmitClosePosition(SampleStructures.HighCall, 2));
        Assert.Equal(!isBought, step is CloseStep.Wait);
    }

    [Theory]
    [InlineData(14, 10)]
    [InlineData(13, 9)]
    [InlineData(5, 1)]
    public void WhenAnotherClosingSells_OnlyWhatItLeavesIsClosed(decimal held, decimal closed) =>
        Assert.Equal(Close(closed), Refused.See(With(Theirs, 1, held)).Step);

    [Theory]
    [InlineData("client-theirs")]
    [InlineData("xd-sim-20151223-other.1-2")]
    public void WhenAnotherClosingSellsAllThatIsHeld_ItIsWaitedForAndNeverCancelled(string name)
    {
        var theirs = Theirs with { ClientOrderId = name };

        Assert.Equal(Noon.AddSeconds(60), Assert.IsType<CloseStep.Wait>(Refused.See(With(theirs, 59, 4)).Step).Until);
        Assert.False(Assert.IsType<CloseStep.Wait>(Refused.See(With(theirs, 59, 4)).Step).IsAlarming);
        Assert.True(Assert.IsType<CloseStep.Wait>(Refused.See(With(theirs, 60, 4)).Step).IsAlarming);
        Assert.Equal(new CloseStep.Cancel(theirs), Refused.See(Look(59, 4, theirs)).Step); // nobody's that the ledger knows
    }

    [Fact]
    public void WhenAWalkMeetsAnotherClosing_ItDoesNotGiveUp()
    {
        var walk = Refused with { Attempts = [], Trigger = Refused.Trigger with { Reason = ExitReason.TakeProfit, Urgency = Urgency.Normal } };

        Assert.IsType<CloseStep.Wait>(walk.See(With(Theirs, 1, 4)).Step);
        Assert.IsType<CloseStep.GiveUp>(walk.See(Look(1, 4, Theirs)).Step);
    }

    [Fact]
    public void WhenTheOwnersOrderHoldsTheRest_OnlyThatIsCancelled()
    {
        var owners = Order(OrderStatus.New, id: "owners", quantity: 1);

        Assert.Equal(new CloseStep.Cancel(owners), Refused.See(With(Theirs, 1, 14, owners)).Step);
        Assert.Equal(Close(10), Refused.See(With(Theirs, 1, 15, owners)).Step);
    }

    [Fact]
    public void WhenALegOfSeveralIsReserved_TheyWaitUntilTheyCanGoInRatio()
    {
        var spread = NewClosing() with { Structure = SampleStructures.CallDebit() };
        var held = spread.Legs.ToDictionary(leg => leg.Symbol, leg => leg.Ratio * spread.Quantity);
        var theirs = Theirs with { Symbol = SampleStructures.LowCall, Quantity = 1 };

        Assert.IsType<CloseStep.Wait>(spread.See(new CloseLook(Noon, held, [theirs]) { PerhapsOfOtherClosings = Ids("theirs") }).Step);
        Assert.IsType<CloseStep.LookAtQuotes>(spread.See(new CloseLook(Noon, held, [])).Step);
    }

    [Theory]
    [InlineData(AttemptOutcome.Unknown, 4, 0, true)]
    [InlineData(AttemptOutcome.Unknown, 5, 0, false)]
    [InlineData(AttemptOutcome.Unknown, 4, -6, false)]
    [InlineData(AttemptOutcome.Refused, 4, 0, false)]
    public void WhenAnAnswerIsOnItsWay_AnOrderOfItsSizeAndTimeIsPerhapsTheirs(AttemptOutcome outcome, decimal quantity, double second, bool isPerhaps)
    {
        var other = NewClosing() with { PositionId = "other", Attempts = [Attempt(outcome, quantity: 4) with { Symbol = SamplePositions.Symbol }] };
        var look = OtherClosings.In(Look(1, 14, Theirs with { Quantity = quantity, CreatedAt = Noon.AddSeconds(second) }), [other, Refused], Refused);

        Assert.Equal(isPerhaps, look.PerhapsOfOtherClosings.Contains("theirs"));
        Assert.DoesNotContain("theirs", look.OfOtherClosings);
    }

    [Fact]
    public void WhenItsOrderIsKnown_ItIsTheirs()
    {
        var other = NewClosing().With(Theirs) with { PositionId = "other" };
        var look = OtherClosings.In(Look(1, 14, Theirs), [other, Refused], Refused);

        Assert.Equal((1, 1), (look.OfOtherClosings.Count, look.PerhapsOfOtherClosings.Count));
        Assert.Empty(OtherClosings.In(Look(1, 14, Theirs), [Refused.With(Theirs)], Refused.With(Theirs)).PerhapsOfOtherClosings);
    }

    [Theory]
    [InlineData(0, 0, 0, 2)]
    [InlineData(1, 0, 0, 1)] // one of its short legs was bought back
    [InlineData(0, 1, 0, 1)] // one of its long legs was sold
    [InlineData(0, 0, 1, 1)] // one of its long legs is in the market already
    [InlineData(2, 0, 0, 0)]
    public void WhenASpreadNeedsItsLongLegs_ItClaimsWhatIsNotClosedYet(decimal bought, decimal sold, decimal works, decimal claimed)
    {
        var spread = new Position("spread", SampleStructures.CallDebit(), Noon, PositionStatus.Closing, Management.Managed);
        var closing = new PositionClosing("spread", 1, spread.Structure, NewClosing().Trigger)
        {
            Orders =
            [
                Order(OrderStatus.Canceled, bought, symbol: SampleStructures.HighCall, side: OrderSide.Buy),
                Order(OrderStatus.Canceled, sold, symbol: SampleStructures.LowCall, id: "sold"),
                Order(works > 0 ? OrderStatus.New : OrderStatus.Canceled, quantity: 1, symbol: SampleStructures.LowCall, id: "works"),
            ],
        };

        Assert.Equal(claimed, CoverClaims.Of([spread], [closing], "me").GetValueOrDefault(SampleStructures.LowCall));
        Assert.Empty(CoverClaims.Of([spread], [closing], "spread"));
        Assert.Empty(CoverClaims.Of([spread with { Status = PositionStatus.Closed }], [closing], "me"));
    }

    [Fact]
    public void WhenNothingWasSold_NothingIsClaimed() => Assert.Empty(CoverClaims.Of(
        [new Position("longs", SampleStructures.LongStrangle(), Noon, PositionStatus.Open, Management.Managed), SamplePositions.Option()], [], "me"));

    [Theory]
    [InlineData("xd-a-20151223-p.1-back1", true)]
    [InlineData("xd-a-20151223-p.1-back12", true)]
    [InlineData("xd-a-20151223-p.1-1", false)]
    [InlineData("xd-a-20151223-p-back.1-1", false)]
    [InlineData("xe-a-20151223-p.1-back1", false)]
    [InlineData("my-back1", false)]
    public void WhenAnIdIsRead_AReturnIsToldFromAClose(string id, bool isReturn) => Assert.Equal(isReturn, ClientOrderIds.IsReturn(id));

    private static CloseLook Covering(double second, decimal held, decimal cover) =>
        Look(second, held) with { Covering = new Dictionary<string, decimal> { [SamplePositions.Symbol] = cover } };

    private static CloseLook With(Order theirs, double second, decimal held, params Order[] more) =>
        Look(second, held, [theirs, .. more]) with { PerhapsOfOtherClosings = Ids(theirs.Id) };

    private static HashSet<string> Ids(params string[] ids) => [.. ids];
}
