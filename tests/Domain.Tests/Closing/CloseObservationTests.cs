using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseObservationTests
{
    private static readonly PositionClosing Unknown = NewClosing().With(Attempt(AttemptOutcome.Unknown));

    private static PositionClosing Observe(PositionClosing closing, params CloseLook[] looks) => looks.Aggregate(closing, CloseObservation.Observe);

    [Theory]
    [InlineData(AttemptOutcome.Pending)]
    [InlineData(AttemptOutcome.Unknown)]
    public void WhenTheOrderIsFoundByLooking_TheAttemptWasAccepted(AttemptOutcome outcome)
    {
        var seen = Observe(NewClosing().With(Attempt(outcome)), Look(20, 10, Order(OrderStatus.PartiallyFilled, 3, second: 1)));

        Assert.Equal((AttemptOutcome.Accepted, "ours"), (seen.LastAttempt!.Outcome, seen.LastAttempt.OrderId));
        Assert.Equal(7, seen.RemainingQuantity);
    }

    [Theory]
    [InlineData(9.9, AttemptOutcome.Unknown)]
    [InlineData(10, AttemptOutcome.NotAccepted)]
    public void WhenTwoLooksFindNothing_TheyMustBeTenSecondsApart(double later, AttemptOutcome expected) =>
        Assert.Equal(expected, Observe(Unknown, Look(1, 10), Look(1 + later, 10)).LastAttempt!.Outcome);

    [Fact]
    public void WhenTheSecondLookFindsTheOrder_ItWasAccepted() =>
        Assert.Equal(
            AttemptOutcome.Accepted, Observe(Unknown, Look(1, 10), Look(11, 10, Order(OrderStatus.New, second: 1))).LastAttempt!.Outcome);

    [Fact]
    public void WhenThePositionShrankInBetween_TheQuestionStaysOpenUntilItStoodForAMinute()
    {
        var seen = Observe(Unknown, Look(1, 10), Look(11, 6));
        Assert.Equal(AttemptOutcome.Unknown, seen.LastAttempt!.Outcome);

        Assert.Equal(AttemptOutcome.Unknown, Observe(seen, Look(70.9, 6)).LastAttempt!.Outcome);
        Assert.Equal(AttemptOutcome.Unknown, Observe(seen, Look(71, 5)).LastAttempt!.Outcome);
        Assert.Equal(AttemptOutcome.NotAccepted, Observe(seen, Look(71, 6)).LastAttempt!.Outcome);
    }

    [Fact]
    public void WhenThePositionShrankAndStood_OnlyWhatIsHeldIsSubmitted()
    {
        var (_, step) = Observe(Unknown, Look(1, 6), Look(30, 6)).See(Look(62, 6));

        Assert.Equal(Close(6), step);
    }

    [Fact]
    public void WhenThePositionIsGone_TheQuestionIsNotAnsweredByThat() =>
        Assert.Equal(AttemptOutcome.Unknown, Observe(Unknown, Look(1, 0), Look(100, 0), Look(200, 0)).LastAttempt!.Outcome);

    [Fact]
    public void WhenOneLookSawNothingHeld_ItIsNoneOfTheTwoThatSayTheOrderIsNotThere()
    {
        var seen = Observe(Unknown, Look(1, 0), Look(11, 10));
        Assert.Equal(AttemptOutcome.Unknown, seen.LastAttempt!.Outcome);

        Assert.Equal(AttemptOutcome.Unknown, Observe(seen, Look(20.9, 10)).LastAttempt!.Outcome);
        Assert.Equal(AttemptOutcome.NotAccepted, Observe(seen, Look(21, 10)).LastAttempt!.Outcome);
        Assert.Equal(AttemptOutcome.Unknown, Observe(Unknown, Look(1, 10), Look(11, 0), Look(12, 10)).LastAttempt!.Outcome);
    }

    public static TheoryData<string, Order> Strangers => new()
    {
        { "another symbol", Order(OrderStatus.New, symbol: "SPY151224C00205000") },
        { "the other side", Order(OrderStatus.New, side: OrderSide.Buy) },
        { "another quantity", Order(OrderStatus.New, quantity: 9) },
        { "too old", Order(OrderStatus.New, second: -5.001) },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void WhenAnOrderDoesNotMatch_ItIsNotOurs(string why, Order order)
    {
        Assert.True(Observe(Unknown, Look(1, 10, order)).LastAttempt!.IsOpenQuestion, why);
        Assert.Empty(Observe(Unknown, Look(1, 10, order)).Orders);
    }

    [Fact]
    public void WhenClocksDifferByFiveSeconds_TheOrderIsStillOurs() =>
        Assert.False(Observe(Unknown, Look(1, 10, Order(OrderStatus.New, second: -5))).LastAttempt!.IsOpenQuestion);

    [Fact]
    public void WhenTheOwnerClosedTheSameQuantityJustBefore_TheOrderAfterTheIntentIsOurs() =>
        Assert.Equal("ours", Observe(
            Unknown, Look(1, 10, Order(OrderStatus.Filled, 10, second: -2, id: "owners"), Order(OrderStatus.New, second: 1))).LastAttempt!.OrderId);

    [Fact]
    public void WhenAnEarlierOrderOfOursIsSeenAgain_ItAnswersNoNewQuestion()
    {
        var closing = NewClosing()
            .With(Attempt(AttemptOutcome.Accepted), Attempt(AttemptOutcome.Unknown, 2, number: 2))
            .With(Order(OrderStatus.Rejected));

        Assert.True(Observe(closing, Look(3, 10, Order(OrderStatus.Rejected))).LastAttempt!.IsOpenQuestion);
    }

    [Fact]
    public void WhenALateAnswerIsOlder_FillsNeverShrink()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.PartiallyFilled, 6));

        Assert.Equal(6, Observe(closing, Look(2, null, Order(OrderStatus.PartiallyFilled, 4))).FilledQuantity);
        Assert.Equal(8, Observe(closing, Look(2, null, Order(OrderStatus.Canceled, 8))).FilledQuantity);
    }

    [Fact]
    public void WhenALateAnswerSaysItWorks_FinalStaysFinal()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.Canceled, 4));

        Assert.Equal(OrderStatus.Canceled, Observe(closing, Look(2, null, Order(OrderStatus.PendingCancel, 4))).Orders[0].Status);
    }

    [Fact]
    public void WhenOnlyOrdersWereRead_NothingIsSaidAboutThePosition()
    {
        var seen = Observe(Unknown, Look(1, 0), Look(2, null));

        Assert.Single(seen.GoneLooks);
        Assert.Single(seen.LastAttempt!.EmptyLooks);
    }

    [Fact]
    public void WhenThePositionIsListedAgain_TheCountOfGoneLooksBeginsAnew() =>
        Assert.Empty(Observe(Unknown, Look(1, 0), Look(2, 10)).GoneLooks);

    [Fact]
    public void WhenLooksGoOnForHours_TheClosingDoesNotGrow()
    {
        var seen = Observe(Unknown, [.. Enumerable.Range(1, 2_000).Select(i => Look(i * 10, 0))]);

        Assert.Equal([Noon.AddSeconds(10), Noon.AddSeconds(19_990), Noon.AddSeconds(20_000)], seen.GoneLooks);
        Assert.Equal(seen.GoneLooks, seen.LastAttempt!.EmptyLooks);
    }
}
