using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>An order on the other side of a close: the broker refuses the close as a trade with oneself.</summary>
public sealed class OpposingOrderTests
{
    private static readonly Order Entry = Order(OrderStatus.New, id: "entry", second: -20, side: OrderSide.Buy) with { ClientOrderId = "xe-sim-20151223-sig-1" };
    private static readonly Order Owners = Order(OrderStatus.New, id: "owners", second: -3600, side: OrderSide.Buy);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhenAnEntryMayWork_NothingIsSentBeforeALook(bool mayWork) =>
        Assert.Equal(mayWork ? new CloseStep.LookAtAll() : Close(10), First(null, mayWork));

    [Fact]
    public void WhenAnEntryWorks_ItIsCancelledBeforeTheFirstAttempt()
    {
        Assert.Equal(new CloseStep.Cancel(Entry), First(Look(0, 10, Entry)));
        Assert.IsType<CloseStep.Wait>(First(Look(1, 10, Entry with { Status = OrderStatus.PendingCancel }), closing: Asked(0)));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(9, 9)]
    [InlineData(12, 10)] // The entry filled two more: they are no part of this closing, and have the rules of a position of their own.
    public void WhenItsCancelIsConfirmed_WhatIsHeldThenIsClosed(decimal held, decimal closed) =>
        Assert.Equal(Close(closed), First(Look(1, held, Entry with { Status = OrderStatus.Canceled, FilledQuantity = 2 }), closing: Asked(0)));

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    public void WhenNobodyConfirmsTheCancel_TheCloseGoesOnAfterTenSeconds(double second, bool goesOn)
    {
        var step = First(Look(second, 10, Entry with { Status = OrderStatus.PendingCancel }), closing: Asked(0));

        Assert.Equal(goesOn, step == Close(10));
        Assert.Equal(goesOn ? null : Noon.AddSeconds(second + 1), (step as CloseStep.Wait)?.Until);
    }

    [Theory]
    [InlineData(9.9, "wait")]
    [InlineData(10, "cancel")]
    [InlineData(11, "close")]
    public void WhenTheCancelWasLost_ItIsAskedAgainAndThenTheCloseGoesOn(double second, string expected)
    {
        var step = First(Look(second, 10, Entry), closing: second > 10 ? Asked(0, 10) : Asked(0));

        Assert.Equal(expected, step switch { CloseStep.Wait => "wait", CloseStep.Cancel => "cancel", _ when step == Close(10) => "close", _ => step.ToString() });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public void WhenManyStandAndNoCancelArrives_TheCloseGoesOnBetweenTheirCancels(int orders)
    {
        var standing = Enumerable.Range(0, orders).Select(i => Owners with { Id = $"owners-{i}" }).ToArray();
        var closing = NewClosing();
        for (var second = 0; second <= 15 + (2 * orders); second++)
        {
            switch (First(Look(second, 10, standing), closing: closing))
            {
                case CloseStep.Cancel cancel:
                    closing = closing with { CancelRequests = ClosingMemory.With(closing.CancelRequests, new CancelRequest(cancel.Order.Id, Noon.AddSeconds(second))) };
                    break;
                case CloseStep.SubmitClosePosition:
                    return;
            }
        }

        Assert.Fail("It is never sent.");
    }

    [Fact]
    public void WhenItWasRefusedSince_TheCancelIsAskedOnceMore()
    {
        var refused = Asked(0, 10).With(Attempt(AttemptOutcome.Refused, second: 11));

        Assert.Equal(new CloseStep.Cancel(Entry), refused.See(Look(20, 10, Entry)).Step);
        Assert.Equal(Close(10), (refused with { CancelRequests = [.. refused.CancelRequests, new CancelRequest("entry", Noon.AddSeconds(20))] }).See(Look(31, 10, Entry)).Step);
    }

    [Fact]
    public void WhenTwoStand_BothAreAskedBeforeOneIsWaitedFor() =>
        Assert.Equal(new CloseStep.Cancel(Owners), First(Look(1, 10, Entry, Owners), closing: Asked(0)));

    [Fact]
    public void WhenTheOwnersOrderStands_AnUrgentCloseCancelsIt() =>
        Assert.Equal(new CloseStep.Cancel(Owners), NewClosing().With(Attempt(AttemptOutcome.Refused)).See(Look(1, 10, Owners)).Step);

    [Fact]
    public void WhenItIsAStopThatMeetsAWideMarket_ItBeginsWithItsLimitAfterTheLookToo()
    {
        var wide = NewClosing() with { Trigger = NewClosing().Trigger with { Bid = 1.50m, Ask = 2.00m } };

        Assert.IsType<CloseStep.LookAtQuotes>(First(Look(0, 10), closing: wide));
    }

    [Theory]
    [InlineData(OrderSide.Sell, true)]
    [InlineData(OrderSide.Buy, false)]
    public void WhenAShortIsBoughtBack_TheOtherSideIsASale(OrderSide side, bool opposes)
    {
        var stands = Entry with { Side = side, Quantity = 1 };

        Assert.Equal(opposes ? new CloseStep.Cancel(stands) : Close(10), First(Look(0, -11, stands), closing: NewClosing(side: PositionSide.Short)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhenNothingMayBeSent_NothingIsCancelled(bool isPermitted) =>
        Assert.Equal(isPermitted, NewClosing().With(Attempt(AttemptOutcome.Refused)).See(Look(1, 10, Entry), isPermitted).Step is CloseStep.Cancel);

    [Theory]
    [InlineData("none", "quotes")]
    [InlineData("entry", "cancel")]
    [InlineData("owners", "quotes")]
    public void WhenAWalkBegins_OnlyAnEntryMakesWay(string stands, string expected) =>
        Assert.Equal(expected, Kind(Walk().See(LookWith(stands)).Step));

    [Theory]
    [InlineData(AttemptOutcome.Refused, "owners", "give up")]
    [InlineData(AttemptOutcome.Refused, "none", "quotes")]
    [InlineData(AttemptOutcome.RateLimited, "owners", "quotes")]
    public void WhenAWalkIsRefusedBesideTheOwnersOrder_ItGivesUpAndSaysSo(AttemptOutcome outcome, string stands, string expected)
    {
        var tried = Walk().With(Attempt(outcome) with { Method = CloseMethod.Limit, LimitPrice = 1.52m, WalkStep = 0, ClientOrderId = "xd-1" });

        Assert.Equal(expected, Kind(tried.See(LookWith(stands)).Step));
    }

    [Fact]
    public void WhenALegOfASpreadIsOpposed_TheOrderIsCancelled()
    {
        var spread = NewClosing() with { Structure = SampleStructures.PutCredit() };
        var legs = spread.Legs.ToDictionary(leg => leg.Symbol, leg => leg.Ratio * spread.Quantity);
        foreach (var leg in spread.Legs)
        {
            var stands = Entry with { Symbol = leg.Symbol, Side = leg.IsLong ? OrderSide.Buy : OrderSide.Sell };
            Assert.Equal(new CloseStep.Cancel(stands), spread.See(new CloseLook(Noon, legs, [stands])).Step);
        }
    }

    private static CloseStep First(CloseLook? look, bool looksFirst = true, PositionClosing? closing = null)
    {
        var seen = look is null ? closing ?? NewClosing() : CloseObservation.Observe(closing ?? NewClosing(), look);
        return CloseProtocol.Next(seen, new CloseFacts(SampleSession.At(look?.At ?? Noon), true) { Look = look, LooksFirst = looksFirst });
    }

    private static PositionClosing Asked(params double[] seconds) =>
        NewClosing() with { CancelRequests = [.. seconds.Select(second => new CancelRequest("entry", Noon.AddSeconds(second)))] };

    private static PositionClosing Walk() => NewClosing() with { Trigger = NewClosing().Trigger with { Reason = ExitReason.TakeProfit, Urgency = Urgency.Normal } };

    private static CloseLook LookWith(string stands) => stands switch
    {
        "entry" => Look(2, 10, Entry),
        "owners" => Look(2, 10, Owners),
        _ => Look(2, 10),
    };

    private static string Kind(CloseStep step) => step switch
    {
        CloseStep.Cancel => "cancel",
        CloseStep.LookAtQuotes => "quotes",
        CloseStep.GiveUp => "give up",
        _ => step.ToString(),
    };
}
