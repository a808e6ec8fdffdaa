using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The protocol of one leg on a walk; the market is 1.48 / 1.52.</summary>
public sealed class CloseWalkTests
{
    private static readonly CloseQuotes Market = new(new Dictionary<string, Quote> { [SamplePositions.Symbol] = new(1.48m, 1.52m, Noon) });

    private static PositionClosing Walk(Urgency urgency, int steps = 0, decimal filled = 0)
    {
        var closing = NewClosing();
        return closing with
        {
            Trigger = closing.Trigger with { Urgency = urgency },
            Attempts = [.. Enumerable.Range(0, steps).Select(Step)],
            Orders = [.. Enumerable.Range(0, steps).Select(step => Order(OrderStatus.Canceled, step == 0 ? filled : 0, id: $"ours-{step}"))],
            CancelRequests = [.. Enumerable.Range(0, steps).Select(step => new CancelRequest($"ours-{step}", Noon))],
        };
    }

    private static CloseAttempt Step(int step) => Attempt(AttemptOutcome.Accepted, number: step + 1) with
    {
        Method = CloseMethod.Limit,
        Legs = [OrderLeg.Of(SamplePositions.Symbol, PositionIntent.SellToClose)],
        LimitPrice = 1.50m,
        WalkStep = step,
        ClientOrderId = $"xd-{step}",
        OrderId = $"ours-{step}",
    };

    private static CloseStep Next(PositionClosing closing, double second, CloseLook? look, Func<CloseFacts, CloseFacts>? with = null)
    {
        var facts = new CloseFacts(SampleSession.Later(second), true) { Look = look, Quotes = Market };
        return CloseProtocol.Next(look is null ? closing : CloseObservation.Observe(closing, look), with?.Invoke(facts) ?? facts);
    }

    [Theory]
    [InlineData(Urgency.Fast, 0, 1.50)]
    [InlineData(Urgency.Fast, 1, 1.49)]
    [InlineData(Urgency.Fast, 2, 1.48)]
    [InlineData(Urgency.Normal, 3, 1.48)]
    [InlineData(Urgency.Patient, 5, 1.48)]
    public void WhenAStepIsDue_TheRemainderIsOfferedAtItsPrice(Urgency urgency, int step, decimal price)
    {
        var submit = Assert.IsType<CloseStep.SubmitLimit>(Next(Walk(urgency, step, filled: step > 0 ? 3 : 0), 30, Look(30, step > 0 ? 7 : 10)));

        Assert.Equal((step > 0 ? 7m : 10m, price, step), (submit.Quantity, submit.Price, submit.WalkStep));
        Assert.Equal(PositionIntent.SellToClose, submit.Leg.Intent);
    }

    [Theory]
    [InlineData(Urgency.Fast, 3)]
    [InlineData(Urgency.Normal, 4)]
    [InlineData(Urgency.Patient, 6)]
    public void WhenTheLastPriceFoundNobody_ItEndsUnfilled(Urgency urgency, int steps) =>
        Assert.Equal(CloseEnd.Unfilled, Assert.IsType<CloseStep.Settle>(Next(Walk(urgency, steps), 30, null)).End);

    [Theory]
    [InlineData(300.1, false)]
    [InlineData(300, true)]
    [InlineData(-60, true)]
    public void WhenTheDeadlineIsWithinFiveMinutes_AnUnfilledWalkGoesToTheMarket(double secondsToDeadline, bool goes)
    {
        var step = Next(Walk(Urgency.Normal, 4), 30, Look(30, 10), facts => facts with { DeadlineAt = facts.Now.AddSeconds(secondsToDeadline) });

        Assert.Equal(goes ? Close(10) : null, step as CloseStep.SubmitClosePosition);
        Assert.Equal(!goes, step is CloseStep.Settle { End: CloseEnd.Unfilled });
    }

    [Theory]
    [InlineData(Urgency.Fast, 4.9, false)]
    [InlineData(Urgency.Fast, 5, true)]
    [InlineData(Urgency.Normal, 9.9, false)]
    [InlineData(Urgency.Normal, 10, true)]
    [InlineData(Urgency.Patient, 19.9, false)]
    [InlineData(Urgency.Patient, 20, true)]
    public void WhenAStepsTimeIsOver_ItIsCancelled(Urgency urgency, double second, bool cancels)
    {
        var closing = Walk(urgency, 1) with { Orders = [Order(OrderStatus.New, id: "ours-0")], CancelRequests = [] };
        var look = Look(second, null, Order(OrderStatus.New, id: "ours-0"));

        Assert.Equal(cancels, Next(closing, second, look) is CloseStep.Cancel);
    }

    [Theory]
    [InlineData(Urgency.Fast, false)]
    [InlineData(Urgency.Normal, true)]
    [InlineData(Urgency.Patient, true)]
    public void WhenItsRuleIsGone_SlowWalksStop(Urgency urgency, bool stops)
    {
        var working = Walk(urgency, 1) with { Orders = [Order(OrderStatus.New, id: "ours-0")], CancelRequests = [] };
        Assert.Equal(stops, Next(working, 1, Look(1, null, Order(OrderStatus.New, id: "ours-0")), facts => facts with { IsRuleGone = true }) is CloseStep.Cancel);

        Assert.Equal(stops, Next(Walk(urgency, 1), 30, Look(30, 10), facts => facts with { IsRuleGone = true }) is CloseStep.Settle { End: CloseEnd.Unfilled });
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void WhenAWalkEndsWithFills_TheEndIsWrittenDownBeforeTheyAreBooked(decimal filled, bool isWritten)
    {
        var closing = Walk(Urgency.Normal, 1) with { Orders = [Order(OrderStatus.Canceled, filled, id: "ours-0")] };
        var step = Next(closing, 30, Look(30, 10 - filled), facts => facts with { IsRuleGone = true });
        Assert.Equal(isWritten, step is CloseStep.BeginEnding { Ending.End: CloseEnd.Unfilled });
        if (step is CloseStep.BeginEnding begin)
        {
            // From then on nothing is sent, whatever the rule says.
            Assert.IsType<CloseStep.Settle>(Next(closing with { Ending = begin.Ending }, 31, Look(31, 10 - filled)));
        }
    }

    [Theory]
    [InlineData(10.1, false)]
    [InlineData(10, true)]
    public void WhenTheCloseIsTenSecondsAway_AWorkingOrderIsCancelled(double secondsBeforeClose, bool cancels)
    {
        var at = SampleSession.CloseAt.AddSeconds(-secondsBeforeClose);
        var order = Order(OrderStatus.New, id: "ours-0") with { CreatedAt = at };
        var closing = Walk(Urgency.Patient, 1) with { Orders = [order], CancelRequests = [] };
        closing = closing with { Attempts = [closing.Attempts[0] with { IntentAt = at }] };

        Assert.Equal(cancels, CloseProtocol.Next(closing, new CloseFacts(SampleSession.At(at), true) { Look = new CloseLook(at, null, [order]) }) is CloseStep.Cancel);
    }

    [Fact]
    public void WhenNobodyBids_ItIsLeftToExpireOrOfferedAtOneTick()
    {
        CloseFacts Worthless(CloseFacts facts) => facts with { Quotes = new(new Dictionary<string, Quote> { [SamplePositions.Symbol] = new(0m, 0.05m, Noon) }) };

        Assert.IsType<CloseStep.GiveUp>(Next(Walk(Urgency.Normal), 1, Look(1, 10), Worthless));
        Assert.Equal(0.05m, Assert.IsType<CloseStep.SubmitLimit>(Next(Walk(Urgency.Normal), 1, Look(1, 10), facts => Worthless(facts) with { OffersWorthless = true })).Price);
    }

    [Fact]
    public void WhenQuotesCannotBeRead_ItWaits()
    {
        Assert.IsType<CloseStep.Wait>(Next(Walk(Urgency.Fast), 1, Look(1, 10), facts => facts with { Quotes = CloseQuotes.Unread }));
        Assert.IsType<CloseStep.LookAtQuotes>(Next(Walk(Urgency.Fast), 1, Look(1, 10), facts => facts with { Quotes = null }));
    }

    [Fact]
    public void WhenTenAttemptsFailed_ItGivesUp()
    {
        var attempts = Enumerable.Range(1, 10).Select(number => Attempt(AttemptOutcome.Refused, number: number)).ToArray();

        Assert.IsType<CloseStep.LookAtAll>(Next(Walk(Urgency.Normal).With([.. attempts.Take(9)]), 60, null));
        Assert.IsType<CloseStep.GiveUp>(Next(Walk(Urgency.Normal).With(attempts), 60, null));
    }

    [Fact]
    public void WhenRaised_TheWorkingOrderIsCancelledAndTheRestGoesToTheMarket()
    {
        var walking = Walk(Urgency.Normal, 1) with { Orders = [Order(OrderStatus.PartiallyFilled, 4, id: "ours-0")], CancelRequests = [] };
        var raised = CloseRaise.Apply(walking, walking.Trigger with { Urgency = Urgency.Immediate })!;

        Assert.IsType<CloseStep.Cancel>(Next(raised, 1, Look(1, null, Order(OrderStatus.PartiallyFilled, 4, id: "ours-0"))));
        Assert.Equal(Close(6), Next(raised with { Orders = [Order(OrderStatus.Canceled, 4, id: "ours-0")] }, 2, Look(2, 6)));
    }

    [Theory]
    [InlineData(1.50, 1.60, false)]
    [InlineData(1.50, 1.72, true)]
    public void WhenAStopFiresInAWideMarket_OneLimitAtTheClosingSideGoesFirst(decimal bid, decimal ask, bool limit)
    {
        var closing = NewClosing();
        closing = closing with { Trigger = closing.Trigger with { Bid = bid, Ask = ask } };
        var facts = new CloseFacts(SampleSession.Later(0), true) { Quotes = new(new Dictionary<string, Quote> { [SamplePositions.Symbol] = new(bid, ask, Noon) }) };

        Assert.Equal(limit ? 1.50m : null, (CloseProtocol.Next(closing, facts) as CloseStep.SubmitLimit)?.Price);
        Assert.Equal(limit, CloseProtocol.Next(closing, facts with { Quotes = null }) is CloseStep.LookAtQuotes);
        Assert.Equal(Close(10), CloseProtocol.Next(closing, facts with { Quotes = CloseQuotes.Unread }));
    }
}
