using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The owner's sell of ten at 4.00 was cancelled at noon for a close that ends a second later.</summary>
public sealed class PutBackTests
{
    private const string Id = "xd-ledger-20151223-closing-back1";

    private static readonly Order Owners = Order(OrderStatus.Canceled, id: "owners", second: -3600) with
    {
        Type = OrderType.Limit,
        LimitPrice = 4.00m,
        TimeInForce = TimeInForce.Day,
        OrderClass = "simple",
    };

    private static PositionClosing Ending(Order? owners = null, CloseEnd end = CloseEnd.Withdrawn) => NewClosing() with
    {
        Displaced = [new DisplacedOrder(owners ?? Owners, Noon)],
        Ending = new CloseEnding(end, "switched off", Noon.AddSeconds(1)),
    };

    private static PositionClosing Sent(AttemptOutcome outcome, int sends = 1)
    {
        var sent = PutBack.Intent(Ending(), new CloseStep.PutBack(Ending().Displaced[0], 10), Noon.AddSeconds(2), Id);
        return sent.With(sent.Displaced[0] with { Return = sent.Displaced[0].Return! with { Outcome = outcome, Sends = sends } });
    }

    private static DisplacedLook Look(double second, decimal held = 10, Order? owners = null, params Order[] others) =>
        new(Noon.AddSeconds(second), owners ?? Owners, held, others);

    private static (PositionClosing Closing, CloseStep Step) See(PositionClosing closing, DisplacedLook look)
    {
        var seen = PutBack.Observe(closing, look);
        return (seen, CloseProtocol.Next(seen, new CloseFacts(SampleSession.At(look.At), false) { Displaced = look }));
    }

    private static decimal? Quantity(CloseStep step) => (step as CloseStep.PutBack)?.Quantity;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhenAClosingIsWithdrawn_ItEndsWithWhatItDisplaced(bool displaced)
    {
        var closing = Ending() with { Ending = null };
        var step = CloseProtocol.Next(displaced ? closing : closing with { Displaced = [] }, new CloseFacts(SampleSession.At(Noon), false));

        Assert.Equal(displaced ? CloseEnd.Withdrawn : null, (step as CloseStep.BeginEnding)?.Ending.End);
        Assert.Equal(!displaced, step is CloseStep.Settle { End: CloseEnd.Withdrawn });
    }

    [Fact]
    public void WhenAWalkIsGivenUp_ItEndsWithWhatItDisplaced()
    {
        var closing = (Ending() with { Ending = null }).With([.. Enumerable.Range(1, 10).Select(number => Attempt(AttemptOutcome.Refused, number: number))]);
        var walk = closing with { Trigger = closing.Trigger with { Urgency = Domain.Exits.Urgency.Fast } };

        Assert.Equal(CloseEnd.GivenUp, Assert.IsType<CloseStep.BeginEnding>(walk.Next(60)).Ending.End);
    }

    [Fact]
    public void WhenAClosingFilled_NothingGoesBack()
    {
        var closed = Ending() with { Ending = null, Orders = [Order(OrderStatus.Filled, 10)] };

        Assert.Equal(CloseEnd.Closed, Assert.IsType<CloseStep.Settle>(closed.Next(1)).End);
    }

    [Fact]
    public void WhenItBegins_ItLooksThenPutsBackAll()
    {
        Assert.IsType<CloseStep.LookAtDisplaced>(Ending().Next(1, false));
        Assert.Equal(10, Quantity(See(Ending(), Look(1)).Step));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(9, 9)]
    [InlineData(11, 10)]
    [InlineData(0, null)]
    [InlineData(-10, null)]
    public void WhenLessIsHeld_NoMoreGoesBack(decimal held, int? quantity) =>
        Assert.Equal(quantity, Quantity(See(Ending(), Look(1, held)).Step));

    [Fact]
    public void WhenItFilledWhileItWasCancelled_OnlyTheRestGoesBack() =>
        Assert.Equal(7, Quantity(See(Ending(), Look(1, 10, Owners with { FilledQuantity = 3 })).Step));

    [Theory]
    [InlineData(OrderSide.Sell, 6)]
    [InlineData(OrderSide.Buy, 10)]
    public void WhenAnotherOrderHoldsSome_ThatIsLeftToIt(OrderSide side, int quantity) =>
        Assert.Equal(quantity, Quantity(See(Ending(), Look(1, 10, null, Order(OrderStatus.New, quantity: 4, id: "other", side: side))).Step));

    [Fact]
    public void WhenAShortPositionIsHeld_ABuyGoesBack()
    {
        var buy = Owners with { Side = OrderSide.Buy };

        Assert.Equal(8, Quantity(See(Ending(buy), Look(1, -8, buy)).Step));
        Assert.Null(Quantity(See(Ending(buy), Look(1, 8, buy)).Step));
    }

    [Fact]
    public void WhenItNeverWasCancelled_ItIsLeftAlone()
    {
        Assert.Equal(new CloseStep.LeaveDisplaced(Ending().Displaced[0] with { Order = Working }, null), See(Ending(), Look(15, 10, Working)).Step);
        Assert.IsType<CloseStep.Wait>(See(Ending(), Look(15, 10, Working with { Status = OrderStatus.PendingCancel })).Step);
        Assert.IsType<CloseStep.Wait>(See(Ending(), Look(15, 10, Working with { Status = OrderStatus.Unknown, StatusText = "awaiting_review" })).Step);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(14.999, 0, true)]
    [InlineData(15, 0, false)]
    [InlineData(15, 5, true)]
    [InlineData(20, 5, false)]
    public void WhileItsCancelMayBeOnTheWay_ItIsNotLeftAsUncancelled(double second, double askedAgain, bool waits)
    {
        var closing = Ending() with { CancelRequests = [new CancelRequest(Owners.Id, Noon), new CancelRequest(Owners.Id, Noon.AddSeconds(askedAgain))] };

        Assert.Equal(waits, See(closing, Look(second, 10, Working)).Step is CloseStep.Wait);
    }

    private static Order Working => Owners with { Status = OrderStatus.New };

    public static TheoryData<Order, bool> Kinds => new()
    {
        { Owners with { Type = OrderType.Stop, LimitPrice = null, StopPrice = 1.00m }, true },
        { Owners with { Type = OrderType.StopLimit, StopPrice = 1.00m }, true },
        { Owners with { TimeInForce = TimeInForce.GoodTillCanceled }, true },
        { Owners with { OrderClass = "" }, true },
        { Owners with { Type = OrderType.Market, LimitPrice = null }, false },
        { Owners with { Type = OrderType.TrailingStop, LimitPrice = null }, false },
        { Owners with { Type = OrderType.Unknown }, false },
        { Owners with { LimitPrice = null }, false },
        { Owners with { StopPrice = 1.00m }, false },
        { Owners with { TimeInForce = TimeInForce.FillOrKill }, false },
        { Owners with { TimeInForce = TimeInForce.Unknown }, false },
        { Owners with { OrderClass = "bracket" }, false },
        { Owners with { Intent = PositionIntent.SellToOpen }, false },
        { Owners with { LimitPrice = 4.001m }, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhenItIsNoPlainLimitOrStop_ItIsToldInstead(Order owners, bool goesBack)
    {
        var step = See(Ending(owners), Look(1, 10, owners)).Step;

        Assert.Equal(goesBack, step is CloseStep.PutBack);
        Assert.Equal(!goesBack, step is CloseStep.LeaveDisplaced { Problem: not null });
    }

    [Fact]
    public void WhenItGoesBack_ItIsTheSameOrderThatCanOnlyClose()
    {
        var stop = Owners with { Type = OrderType.StopLimit, StopPrice = 1.05m, LimitPrice = 1.00m, TimeInForce = TimeInForce.GoodTillCanceled };
        var ticket = PutBackTicket.Of(stop, Id, 7);

        Assert.Equal(OrderLeg.Of(SamplePositions.Symbol, PositionIntent.SellToClose), Assert.Single(ticket.Legs));
        Assert.Equal((7m, 1.00m, 1.05m, TimeInForce.GoodTillCanceled), (ticket.Quantity, ticket.LimitPrice, ticket.StopPrice, ticket.TimeInForce));
    }

    [Theory]
    [InlineData(TimeInForce.Day, false)]
    [InlineData(TimeInForce.GoodTillCanceled, true)]
    public void WhenTheDayIsOver_OnlyWhatOutlivesItGoesBack(TimeInForce time, bool goesBack)
    {
        var owners = Owners with { TimeInForce = time };
        var overnight = Ending(owners) with { Displaced = [new DisplacedOrder(owners, SampleSession.OpenAt.AddSeconds(-1))] };

        Assert.Equal(goesBack, See(overnight, Look(1, 10, owners)).Step is CloseStep.PutBack);
    }

    [Theory]
    [InlineData(16.9, false)]
    [InlineData(17, true)]
    public void WhenItIsOnItsWay_NobodyElseTouchesItForALease(double second, bool looks) =>
        Assert.Equal(looks, Sent(AttemptOutcome.Pending).Next(second, false) is CloseStep.LookAtDisplaced);

    [Fact]
    public void WhenTheAnswerIsLostAndItIsFoundByItsId_ItIsBack()
    {
        var found = Order(OrderStatus.New, id: "new", quantity: 10) with { ClientOrderId = Id };
        var (closing, step) = See(Sent(AttemptOutcome.Unknown), Look(3) with { ByClientId = found, IsSearched = true });

        Assert.Equal("new", closing.Displaced[0].Return!.OrderId);
        Assert.Null(Assert.IsType<CloseStep.LeaveDisplaced>(step).Problem);
    }

    [Fact]
    public void WhenTheAnswerIsLost_TwoSearchesAllowTheSameIdAgain()
    {
        var (closing, step) = See(Sent(AttemptOutcome.Unknown), Look(3) with { IsSearched = true });
        Assert.IsType<CloseStep.Wait>(step);
        Assert.IsType<CloseStep.Wait>(See(closing, Look(7.9) with { IsSearched = true }).Step);

        var again = Assert.IsType<CloseStep.PutBack>(See(closing, Look(8) with { IsSearched = true }).Step);
        var intent = PutBack.Intent(closing, again, Noon.AddSeconds(8), "another").Displaced[0].Return!;
        Assert.Equal((Id, 2, 1, AttemptOutcome.Pending), (intent.ClientOrderId, intent.Sends, intent.Number, intent.Outcome));
    }

    [Theory]
    [InlineData(AttemptOutcome.Refused, true)]
    [InlineData(AttemptOutcome.NotAccepted, true)]
    public void WhenItIsRefused_ItIsTold(AttemptOutcome outcome, bool told) =>
        Assert.Equal(told, Sent(outcome).Next(3, false) is CloseStep.LeaveDisplaced { Problem: not null });

    [Theory]
    [InlineData(120.9, false)]
    [InlineData(121, true)]
    public void WhenTwoMinutesPass_ItIsToldAndTheClosingEnds(double second, bool over) =>
        Assert.Equal(over, Sent(AttemptOutcome.Unknown).Next(second, false) is CloseStep.LeaveDisplaced { Problem: not null });

    [Fact]
    public void WhenAllIsToldOf_ItSettlesAsDecided()
    {
        var told = Ending(end: CloseEnd.GivenUp);
        var settle = Assert.IsType<CloseStep.Settle>((told.With(told.Displaced[0] with { Result = "back" })).Next(3));

        Assert.Equal((CloseEnd.GivenUp, "switched off"), (settle.End, settle.Note));
    }

    [Fact]
    public void WhileItEnds_NothingRaisesIt() =>
        Assert.Null(CloseRaise.Apply(Ending() with { Trigger = Ending().Trigger with { Urgency = Domain.Exits.Urgency.Fast } }, Ending().Trigger));
}
