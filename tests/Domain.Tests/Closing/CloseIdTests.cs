using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>Orders of ours are found again by their own ids.</summary>
public sealed class CloseIdTests
{
    private static readonly Order Ours = Order(OrderStatus.New) with { ClientOrderId = "xd-1" };

    private static readonly PositionClosing Unknown = Walking(AttemptOutcome.Unknown);

    private static PositionClosing Walking(AttemptOutcome outcome) => NewClosing() with
    {
        Trigger = NewClosing().Trigger with { Urgency = Urgency.Fast },
        Attempts =
        [
            Attempt(outcome) with
            {
                Method = CloseMethod.Limit,
                Legs = [OrderLeg.Of(SamplePositions.Symbol, PositionIntent.SellToClose)],
                LimitPrice = 1.50m,
                WalkStep = 0,
                ClientOrderId = "xd-1",
            },
        ],
    };

    private static CloseLook Search(double second, Order? found = null, decimal held = 10) => Look(second, held) with { IsSearched = true, ByClientId = found };

    private static PositionClosing Observe(PositionClosing closing, params CloseLook[] looks) => looks.Aggregate(closing, CloseObservation.Observe);

    [Theory]
    [InlineData(5.9, AttemptOutcome.Unknown)]
    [InlineData(6, AttemptOutcome.Unheard)]
    public void WhenTwoSearchesFindNothing_TheyMustBeFiveSecondsApart(double second, AttemptOutcome outcome)
    {
        var seen = Observe(Unknown, Search(1), Search(second));

        Assert.Equal(outcome, seen.LastAttempt!.Outcome);
        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void WhenNobodyHeardOfIt_TheSameOrderIsSentAgainUnderItsId()
    {
        var (seen, step) = Observe(Unknown, Search(1)).See(Search(6));
        Assert.IsType<CloseStep.SendAgain>(step);

        var again = CloseIntent.Of(seen, step, Noon.AddSeconds(6), "xd-2").LastAttempt!;
        Assert.Equal(("xd-1", 2, AttemptOutcome.Pending, 1), (again.ClientOrderId, again.Sends, again.Outcome, again.Number));
    }

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    public void WhenAnotherOrderIsToFollow_ItWaitsForOneThatMayBeListedLate(double second, bool goesOn)
    {
        var raised = CloseRaise.Apply(Observe(Unknown, Search(1), Search(6)), NewClosing().Trigger)!;

        Assert.Equal(goesOn ? Close(10) : null, raised.See(Look(second, 10)).Step as CloseStep.SubmitClosePosition);
    }

    [Theory]
    [InlineData(60, AttemptOutcome.Unknown)]
    [InlineData(61, AttemptOutcome.NotAccepted)]
    public void WhenLessIsHeldThanItWasToClose_AMinuteMustPass(double second, AttemptOutcome outcome) =>
        Assert.Equal(outcome, Observe(Unknown, Search(1, held: 6), Search(second, held: 6)).LastAttempt!.Outcome);

    [Fact]
    public void WhenItIsFoundByItsId_ItWasAccepted()
    {
        var seen = Observe(Unknown, Search(1, Ours));

        Assert.Equal((AttemptOutcome.Accepted, "ours"), (seen.LastAttempt!.Outcome, seen.LastAttempt.OrderId));
        Assert.Single(seen.Orders);
    }

    [Fact]
    public void WhenItIsListedLate_ItIsOursAllTheSame() =>
        Assert.Equal("ours", Observe(Walking(AttemptOutcome.NotAccepted), Look(30, 10, Ours)).LastAttempt!.OrderId);

    public static TheoryData<Order> Strangers => new()
    {
        Ours with { Quantity = 9 },
        Ours with { Side = OrderSide.Buy },
        Ours with { Symbol = "SPY151224C00205000" },
        Ours with { CreatedAt = Noon.AddSeconds(-6) },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void WhenAnotherOrderHasOurId_ItDoesNotCount(Order stranger)
    {
        var seen = Observe(Unknown, Search(1, stranger));

        Assert.Equal(AttemptOutcome.NotAccepted, seen.LastAttempt!.Outcome);
        Assert.Empty(seen.Orders);
    }

    [Fact]
    public void WhenIdsAreMade_TheyAreAFunctionOfFactsAndFit()
    {
        Assert.Equal("xd-0a1b2c3d-20151223-GOOG151224C00750000-20151223-1.2-7", ClientOrderIds.Of("0a1b2c3d", SampleSession.Day, "GOOG151224C00750000-20151223-1:2", 7));
        var longest = ClientOrderIds.Of("0a1b2c3d", SampleSession.Day, new string('x', 200) + ":12", 123);
        Assert.Equal(128, longest.Length);
        Assert.EndsWith("x.12-123", longest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionKind.Hold, 1, true)]
    [InlineData(DecisionKind.Hold, 0, false)]
    [InlineData(DecisionKind.Undecided, 1, false)]
    [InlineData(DecisionKind.Close, 1, false)]
    public void WhenTheLastEvaluationSinceTheTriggerHolds_TheRuleIsGone(DecisionKind kind, double second, bool gone)
    {
        var mark = new PositionMark("p", null, QuoteQuality.Usable, [new Evaluation(Noon.AddSeconds(second), kind, null, null, null, QuoteQuality.Usable, false)]);

        Assert.Equal(gone, RuleStanding.IsGone(NewClosing().Trigger, mark));
        Assert.False(RuleStanding.IsGone(NewClosing(CloseAuthority.Owner).Trigger, mark));
    }

    [Theory]
    [InlineData(Urgency.Normal, Urgency.Fast, CloseAuthority.Rule, true)]
    [InlineData(Urgency.Normal, Urgency.Normal, CloseAuthority.Rule, false)]
    [InlineData(Urgency.Fast, Urgency.Normal, CloseAuthority.Owner, false)]
    [InlineData(Urgency.Immediate, Urgency.Immediate, CloseAuthority.Owner, true)]
    public void WhenARunningCloseIsRaised_OnlyMoreCounts(Urgency running, Urgency next, CloseAuthority authority, bool raises)
    {
        var closing = Unknown with { Trigger = Unknown.Trigger with { Urgency = running } };

        var raised = CloseRaise.Apply(closing, closing.Trigger with { Urgency = next, Authority = authority, At = Noon.AddSeconds(9) });

        Assert.Equal(raises, raised is not null);
        Assert.Equal(raises ? Noon : null, raised?.StartedAt);
        Assert.Null(CloseRaise.Apply(closing with { End = CloseEnd.Closed }, closing.Trigger with { Urgency = Urgency.Immediate }));
    }
}
