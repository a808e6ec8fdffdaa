using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.Execution.SampleEntries;

namespace ExitDesk.Domain.Tests.Entries.Execution;

/// <summary>From submission to the end: looking, booking, cancelling, settling.</summary>
public sealed class EntryOrderTests
{
    private const double Expiry = 1_800;

    private static readonly EntryWindow Late = new(SampleSession.OpenAt, Noon.AddSeconds(100));

    [Theory]
    [InlineData(14.9, typeof(EntryStep.Wait))]
    [InlineData(15, typeof(EntryStep.Look))]
    public void WhenTheCallMayBeOnItsWay_NobodyTouchesIt(double second, Type step) => Assert.IsType(step, Sent(AttemptOutcome.Pending).Next(second, Allowed(second)));

    [Fact]
    public void WhenTheOutcomeIsUnknown_NothingIsSentWithoutTwoSearchesFiveSecondsApart()
    {
        var (first, wait) = Sent(AttemptOutcome.Unknown).See(1, verdict: Allowed(1));
        var (second, stillWaits) = first.See(5.9, verdict: Allowed(5.9));
        var (third, again) = second.See(6, verdict: Allowed(6));

        Assert.IsType<EntryStep.Wait>(wait);
        Assert.IsType<EntryStep.Wait>(stillWaits);
        Assert.Equal(AttemptOutcome.Unheard, third.Attempt!.Outcome);
        Assert.Equal(Id, Assert.IsType<EntryStep.Submit>(again).Ticket.ClientOrderId);
        Assert.IsType<EntryStep.Look>(third.Next(7, Allowed(7)));
    }

    [Fact]
    public void WhenItIsSentAgain_TheSearchesBeginAnew()
    {
        var unheard = Sent(AttemptOutcome.Unheard) is var sent ? sent with { Attempt = sent.Attempt! with { EmptyLooks = [Noon, Noon.AddSeconds(6)] } } : null!;

        var again = EntryIntent.Of(unheard, new EntryStep.Submit(Offer.Ticket(unheard.Recommendation, Id), Offer), Noon.AddSeconds(6));

        Assert.Equal(
            (AttemptOutcome.Pending, 2, true, 0, Noon.AddSeconds(6)),
            (again.Attempt!.Outcome, again.Attempt.Sends, again.Attempt.IsAfterUnheard, again.Attempt.EmptyLooks.Count, again.Attempt.IntentAt));
        Assert.False(EntryIntent.Of(Sent(AttemptOutcome.RateLimited), new EntryStep.Submit(unheard.Attempt!.Ticket, Offer), Noon).Attempt!.IsAfterUnheard);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void WhenItWasSentOftenOrIsSaidToExist_ItIsOnlyLookedForAndGivenUpLoudly(int sends, bool isSaidToExist)
    {
        var open = Sent(AttemptOutcome.Unknown) is var sent ? sent with { Attempt = sent.Attempt! with { Sends = sends, IsSaidToExist = isSaidToExist } } : null!;
        var first = open.See(1).Entry;
        var (almost, wait) = first.See(60.9);
        var (_, end) = almost.See(61);

        Assert.True(Assert.IsType<EntryStep.Wait>(wait).IsAlarming);
        Assert.Equal((EntryEnd.GivenUp, true), end is EntryStep.Settle settle ? (settle.End, settle.IsAlarming) : default);
    }

    [Fact]
    public void WhenTheOrderIsFoundAfterAll_ItIsOurs()
    {
        foreach (var outcome in new[] { AttemptOutcome.Pending, AttemptOutcome.Unknown, AttemptOutcome.Unheard, AttemptOutcome.Refused })
        {
            var (entry, step) = Sent(outcome).See(20, Order());

            Assert.Equal((AttemptOutcome.Accepted, "ours"), (entry.Attempt!.Outcome, entry.Attempt.OrderId));
            Assert.IsType<EntryStep.Wait>(step);
        }
    }

    [Fact]
    public void WhenAnotherOrderHasItsId_ItIsGivenUpLoudly()
    {
        var (_, step) = Sent(AttemptOutcome.Unknown).See(20, Order() with { Quantity = 3 });

        Assert.Equal((EntryEnd.GivenUp, true), step is EntryStep.Settle settle ? (settle.End, settle.IsAlarming) : default);
    }

    [Fact]
    public void WhenTheBrokerRefuses_ALookComesBeforeTheEnd()
    {
        var refused = Sent(AttemptOutcome.Refused);

        Assert.IsType<EntryStep.Look>(refused.Next(1));
        Assert.Equal(EntryEnd.Refused, Assert.IsType<EntryStep.Settle>(refused.See(1).Step).End);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(30, 35)]
    [InlineData(300, 330)]
    [InlineData(1_790, 1_800)]
    public void WhenTheOrderWorks_ItIsLookedAtLessAndLessAndAtItsExpiry(double second, double until)
    {
        Assert.IsType<EntryStep.Look>(Ordered().Next(second));
        Assert.Equal(Noon.AddSeconds(until), Assert.IsType<EntryStep.Wait>(Ordered().See(second, Order()).Step).Until);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    public void WhenMoreFilledThanIsBooked_ItIsBookedFirst(decimal filled, decimal booked, bool books)
    {
        var step = Ordered(OrderStatus.PartiallyFilled, filled, booked).Next(5, look: Look(5, Order(OrderStatus.PartiallyFilled, filled)));

        Assert.Equal(books, step is EntryStep.Book book && book.Quantity == filled && book.AveragePrice == 1.50m);
    }

    [Theory]
    [InlineData(Expiry - 1, true, false)]
    [InlineData(Expiry, true, true)]
    [InlineData(10, false, true)]
    public void WhenItsTimeOrItsPermissionIsOver_ItIsCancelled(double second, bool isPermitted, bool cancels) =>
        Assert.Equal(cancels, Ordered().See(second, Order(), isPermitted: isPermitted).Step is EntryStep.Cancel);

    [Theory]
    [InlineData(99.9, false)]
    [InlineData(100, true)]
    public void WhenTheTimeForEntriesIsOver_ItIsCancelled(double second, bool cancels) => Assert.Equal(
        cancels, EntryProtocol.Next(Ordered(), new EntryObservations(true) { Look = Look(second, Order()) }, SampleSession.Later(second), Limits(window: Late)) is EntryStep.Cancel);

    [Fact]
    public void WhenTheSessionIsOver_ItIsCancelled() => Assert.IsType<EntryStep.Cancel>(
        EntryProtocol.Next(Ordered(), new EntryObservations(true) { Look = Look(0, Order()) }, SampleSession.Closed, Limits()));

    [Fact]
    public void WhenACancelIsLost_ItIsAskedAgainEveryTenSecondsAndAlarmsAfterAMinute()
    {
        PositionEntry Cancelled(params double[] seconds) => Ordered() with { CancelsAt = [.. seconds.Select(second => Noon.AddSeconds(second))] };

        Assert.False(Assert.IsType<EntryStep.Wait>(Cancelled(Expiry).See(Expiry + 9.9, Order()).Step).IsAlarming);
        Assert.IsType<EntryStep.Cancel>(Cancelled(Expiry).See(Expiry + 10, Order()).Step);
        Assert.False(Assert.IsType<EntryStep.Wait>(Cancelled(Expiry).See(Expiry + 59, Order(OrderStatus.PendingCancel)).Step).IsAlarming);
        Assert.True(Assert.IsType<EntryStep.Wait>(Cancelled(Expiry).See(Expiry + 60, Order(OrderStatus.PendingCancel)).Step).IsAlarming);
    }

    [Theory]
    [InlineData(OrderStatus.Filled, 2, EntryEnd.Filled)]
    [InlineData(OrderStatus.Unknown, 2, EntryEnd.Filled)] // whatever its status says: nothing is left of it
    [InlineData(OrderStatus.Canceled, 1, EntryEnd.PartlyFilled)]
    [InlineData(OrderStatus.Expired, 1, EntryEnd.PartlyFilled)]
    [InlineData(OrderStatus.Canceled, 0, EntryEnd.Lapsed)]
    [InlineData(OrderStatus.DoneForDay, 0, EntryEnd.Lapsed)]
    [InlineData(OrderStatus.Replaced, 0, EntryEnd.Lapsed)]
    [InlineData(OrderStatus.Rejected, 0, EntryEnd.Refused)]
    [InlineData(OrderStatus.Rejected, 1, EntryEnd.PartlyFilled)]
    public void WhenTheOrderIsOver_ItsFillsDecideHowItEnds(OrderStatus status, decimal filled, EntryEnd end) =>
        Assert.Equal(end, Assert.IsType<EntryStep.Settle>(Ordered(status, filled, booked: filled).Next(1, Allowed(1))).End);

    [Fact]
    public void WhenOnlyItsLegsTellAFill_AUnitIsFilledOnceEachIs()
    {
        var order = Order(recommendation: SampleRecommendations.DebitVertical);
        var one = Ordered(recommendation: SampleRecommendations.DebitVertical) with { Order = order with { Legs = [order.Legs[0] with { FilledQuantity = 2 }, order.Legs[1] with { FilledQuantity = 1 }] } };

        Assert.Equal(1, one.FilledQuantity);
        Assert.Equal(2, (one with { Order = order with { FilledQuantity = 2 } }).FilledQuantity);
        Assert.Equal(1, (one with { Order = order with { FilledQuantity = 1, Legs = [] } }).FilledQuantity);
    }

    [Theory]
    [InlineData(200, 0, false)]
    [InlineData(199, 0, true)]
    [InlineData(100, 1, false)]
    [InlineData(99, 1, true)]
    [InlineData(null, 0, true)]
    public void WhenTheSharesBehindACallAreGone_ItsOrderIsCancelled(int? free, decimal filled, bool cancels)
    {
        var order = Order(filled > 0 ? OrderStatus.PartiallyFilled : OrderStatus.New, filled, SampleRecommendations.SellCall);
        var entry = Ordered(recommendation: SampleRecommendations.SellCall) with { Order = order, BookedQuantity = filled };

        Assert.Equal(cancels, entry.Next(5, look: Look(5, order) with { FreeShares = free }) is EntryStep.Cancel);
    }

    [Fact]
    public void WhenALateAnswerIsOlderThanWhatIsKnown_NothingShrinksAndNothingRises()
    {
        Assert.Equal(1, EntryObservation.Observe(Ordered(OrderStatus.PartiallyFilled, 1), Look(5, Order())).FilledQuantity);
        Assert.Equal(OrderStatus.Canceled, EntryObservation.Observe(Ordered(OrderStatus.Canceled), Look(5, Order())).Order!.Status);
        Assert.Equal(2, EntryObservation.Observe(Ordered(OrderStatus.Canceled, 1), Look(5, Order(OrderStatus.Canceled, 2))).FilledQuantity);
        Assert.Equal(OrderStatus.New, EntryObservation.Observe(Ordered(), Look(5)).Order!.Status);
    }

    [Fact]
    public void WhenAnUnheardOrderIsToBeLeft_ItIsWaitedForAndLookedFor()
    {
        var entry = Sent(AttemptOutcome.Unheard) with { Recommendation = SampleRecommendations.BuyCall with { ExpiresAt = Noon.AddSeconds(8) } };

        Assert.IsType<EntryStep.Look>(entry.Next(9.9));
        Assert.Equal(Noon.AddSeconds(10), Assert.IsType<EntryStep.Wait>(entry.See(9.9).Step).Until);
        Assert.Equal(EntryEnd.Lapsed, Assert.IsType<EntryStep.Settle>(entry.See(10).Step).End);
        Assert.IsType<EntryStep.Book>(entry.See(10, Order(OrderStatus.Filled, 2)).Step);
    }

    [Fact]
    public void WhenARepeatWasNotLookedAt_TheFirstCallMayStillBeListed()
    {
        var repeat = Sent(AttemptOutcome.RateLimited) is var sent ? sent with { Attempt = sent.Attempt! with { Sends = 2, IsAfterUnheard = true, RetryAfter = Noon.AddSeconds(3) } } : null!;

        Assert.IsType<EntryStep.Look>(repeat.Next(4, Allowed(4)));
        Assert.IsType<EntryStep.Wait>(repeat.See(4, verdict: Refused(4)).Step);
        Assert.Equal(EntryEnd.GivenUp, Assert.IsType<EntryStep.Settle>(repeat.See(10, verdict: Refused(10)).Step).End);
        Assert.IsType<EntryStep.Wait>(repeat.See(4, Order()).Step);
        Assert.True(EntryIntent.Of(repeat, new EntryStep.Submit(repeat.Attempt!.Ticket, Offer), Noon).Attempt!.IsAfterUnheard);
    }

    [Fact]
    public void WhenGatesRefuseToSendAnUnheardOrderAgain_ItsOwnerHearsOfIt()
    {
        var (_, step) = Sent(AttemptOutcome.Unheard).See(20, verdict: Refused(20));

        Assert.Equal((EntryEnd.GivenUp, true), step is EntryStep.Settle settle ? (settle.End, settle.IsAlarming) : default);
    }

    [Fact]
    public void WhenADayWentByWithAnAttempt_NothingIsSentUnderAnotherDaysId()
    {
        var yesterday = Sent(AttemptOutcome.RateLimited, second: -86_400) with { Recommendation = SampleRecommendations.BuyCall with { ExpiresAt = Noon.AddDays(2) } };

        Assert.Equal(EntryEnd.Lapsed, Assert.IsType<EntryStep.Settle>(yesterday.Next(0, Allowed())).End);
    }
}
