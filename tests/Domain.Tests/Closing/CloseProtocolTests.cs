using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseProtocolTests
{
    private static readonly PositionClosing Refused = NewClosing().With(Attempt(AttemptOutcome.Refused));

    private static PositionClosing RefusedTimes(int failures) => NewClosing().With(
        [.. Enumerable.Range(1, failures).Select(number => Attempt(AttemptOutcome.Refused, number: number))]);

    [Fact]
    public void WhenNothingWasSent_ItSubmitsAllWithoutALook() =>
        Assert.Equal(Close(10), NewClosing().Next(0));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(9, 30)]
    [InlineData(10, 60)]
    [InlineData(25, 60)]
    public void WhenAttemptsFail_PausesGrowToOnceAMinute(int failures, int seconds)
    {
        var wait = Assert.IsType<CloseStep.Wait>(RefusedTimes(failures).Next(seconds - 0.1));

        Assert.Equal((Noon.AddSeconds(seconds), failures >= 10), (wait.Until, wait.IsAlarming));
        Assert.IsType<CloseStep.LookAtAll>(RefusedTimes(failures).Next(seconds));
    }

    [Fact]
    public void WhenTenAttemptsFailed_ItStillGoesOnAfterAMinute() =>
        Assert.Equal(Close(10), RefusedTimes(10).See(Look(60, 10)).Step);

    [Fact]
    public void WhenOrdersAreRejectedLater_TheyCountAsFailures()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.Rejected));

        Assert.Equal(1, closing.Failures);
        Assert.Equal(Noon.AddSeconds(1), Assert.IsType<CloseStep.Wait>(closing.Next(0.5)).Until);
        Assert.Equal(Close(10), closing.See(Look(1, 10)).Step);
    }

    [Fact]
    public void WhenTheBrokerAcceptsAndCancelsAgainAndAgain_ItSlowsDownAndAlarms()
    {
        var closing = NewClosing()
            .With([.. Enumerable.Range(1, 10).Select(number => Attempt(AttemptOutcome.Accepted, number: number))])
            .With([.. Enumerable.Range(1, 10).Select(number => Order(OrderStatus.Canceled, id: $"order-{number}"))]);

        Assert.True(Assert.IsType<CloseStep.Wait>(closing.Next(30)).IsAlarming);
    }

    [Fact]
    public void WhenTheBrokerLimitsTheRate_ItWaitsAsLongAsItSays()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.RateLimited) with { RetryAfter = Noon.AddSeconds(7) });

        var wait = Assert.IsType<CloseStep.Wait>(closing.Next(6));

        Assert.Equal((Noon.AddSeconds(7), false), (wait.Until, wait.IsAlarming));
        Assert.Equal(0, closing.Failures);
        Assert.IsType<CloseStep.LookAtAll>(closing.Next(7));
    }

    [Fact]
    public void WhenTheBrokerLimitsTheRateTenTimes_ItAlarms()
    {
        var closing = NewClosing().With([.. Enumerable.Range(1, 10).Select(number => Attempt(AttemptOutcome.RateLimited, number: number))]);

        Assert.True(Assert.IsType<CloseStep.Wait>(closing.Next(59)).IsAlarming);
        Assert.IsType<CloseStep.LookAtAll>(closing.Next(60));
    }

    [Theory]
    [InlineData(OrderStatus.New, 0)]
    [InlineData(OrderStatus.PartiallyFilled, 4)]
    [InlineData(OrderStatus.PendingCancel, 4)]
    [InlineData(OrderStatus.Unknown, 4)]
    [InlineData(OrderStatus.Held, 0)]
    public void WhenOurOrderWorks_ItLooksThenWaits(OrderStatus status, decimal filled)
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(status, filled));

        Assert.IsType<CloseStep.LookAtOrders>(closing.Next(2));
        var wait = Assert.IsType<CloseStep.Wait>(closing.See(Look(2, null, Order(status, filled))).Step);
        Assert.Equal((Noon.AddSeconds(3), false), (wait.Until, wait.IsAlarming));
    }

    [Theory]
    [InlineData(4, 1, false)]
    [InlineData(5, 5, false)]
    [InlineData(59, 5, false)]
    [InlineData(60, 30, true)]
    public void WhenOurOrderWorksForLong_LooksGetRarerAndAMinuteIsAlarming(int age, int pause, bool alarming)
    {
        var wait = Assert.IsType<CloseStep.Wait>(
            NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.New)).See(Look(age, null, Order(OrderStatus.New))).Step);

        Assert.Equal((Noon.AddSeconds(age + pause), alarming), (wait.Until, wait.IsAlarming));
    }

    [Theory]
    [InlineData(OrderStatus.Filled)]
    [InlineData(OrderStatus.Unknown)] // whatever its status says: nothing is left of it
    public void WhenOurOrderIsFilled_ItIsClosed(OrderStatus status)
    {
        var step = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.New)).See(Look(2, null, Order(status, 10))).Step;

        Assert.Equal(CloseEnd.Closed, Assert.IsType<CloseStep.Settle>(step).End);
    }

    [Theory]
    [InlineData(OrderStatus.Canceled)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Rejected)]
    [InlineData(OrderStatus.Replaced)]
    [InlineData(OrderStatus.DoneForDay)]
    public void WhenOurOrderEndedPartlyFilled_ItSubmitsWhatRemains(OrderStatus status)
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(status, 4));

        Assert.IsType<CloseStep.LookAtAll>(closing.Next(2));
        Assert.Equal(Close(6), closing.See(Look(2, 6)).Step);
        Assert.Equal(Close(6), closing.See(Look(2, 10)).Step); // positions lag behind fills
        Assert.Equal(Close(3), closing.See(Look(2, 3)).Step); // and so do fills behind positions
    }

    [Fact]
    public void WhenTheSubmissionHasALease_NobodyElseTouchesIt()
    {
        var pending = NewClosing().With(Attempt(AttemptOutcome.Pending));

        Assert.Equal(Noon.AddSeconds(15), Assert.IsType<CloseStep.Wait>(pending.Next(14.9)).Until);
        Assert.IsType<CloseStep.LookAtAll>(pending.Next(15));
    }

    [Fact]
    public void WhenTheOutcomeIsUnknown_ItLooksAtOnceAndNeverSubmits()
    {
        var unknown = NewClosing().With(Attempt(AttemptOutcome.Unknown));

        Assert.IsType<CloseStep.LookAtAll>(unknown.Next(0));
        Assert.IsType<CloseStep.LookAtAll>(CloseProtocol.Next(unknown, new CloseFacts(SampleSession.Later(1), true) { Look = Look(1, null) }));
        Assert.Equal(Noon.AddSeconds(11), Assert.IsType<CloseStep.Wait>(unknown.See(Look(1, 10)).Step).Until);
    }

    [Fact]
    public void WhenTheOutcomeStaysUnknown_TheThirdEmptyLookIsAlarming()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Unknown));
        var alarms = new List<bool>();
        foreach (var second in new[] { 1, 11, 21, 31 })
        {
            (closing, var step) = closing.See(Look(second, 6));
            alarms.Add(Assert.IsType<CloseStep.Wait>(step).IsAlarming);
        }

        Assert.Equal([false, false, true, true], alarms);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void WhenLooksDisagreeForAMinute_ItIsAlarming(double second, bool alarming)
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Unknown)).See(Look(1, 6)).Closing;

        Assert.Equal(alarming, Assert.IsType<CloseStep.Wait>(closing.See(Look(second, 5)).Step).IsAlarming);
    }

    [Fact]
    public void WhenTheOrderFoundByLookingEndedAtOnce_ItWaitsForOneThatMayBeListedLate()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Unknown)).See(Look(1, 10, Order(OrderStatus.Canceled))).Closing;

        Assert.Equal(Noon.AddSeconds(10), Assert.IsType<CloseStep.Wait>(closing.Next(9.9)).Until);
        Assert.IsType<CloseStep.LookAtAll>(closing.Next(10));
    }

    [Fact]
    public void WhenThePositionIsGone_ItNeedsTwoLooks()
    {
        var (closing, step) = Refused.See(Look(1, 0));
        Assert.IsType<CloseStep.Wait>(step);

        Assert.IsType<CloseStep.Wait>(closing.See(Look(10.9, 0)).Step);
        Assert.Equal(CloseEnd.Overtaken, Assert.IsType<CloseStep.Settle>(closing.See(Look(11, 0)).Step).End);
        Assert.Equal(Close(10), closing.See(Look(11, 10)).Step); // the empty read was a mistake
    }

    [Fact]
    public void WhenThePositionIsGoneAfterPartialFills_ItIsClosed()
    {
        var closing = NewClosing().With(Attempt(AttemptOutcome.Accepted)).With(Order(OrderStatus.Canceled, 4));
        closing = closing.See(Look(1, 0)).Closing;

        Assert.Equal(CloseEnd.Closed, Assert.IsType<CloseStep.Settle>(closing.See(Look(11, 0)).Step).End);
    }

    [Theory]
    [InlineData(PositionSide.Long, -10, true)]
    [InlineData(PositionSide.Long, 10, false)]
    [InlineData(PositionSide.Short, 10, true)]
    [InlineData(PositionSide.Short, -10, false)]
    public void WhenTheSignIsTheOther_ItIsGone(PositionSide side, decimal held, bool gone) =>
        Assert.Equal(gone, NewClosing(side: side).With(Attempt(AttemptOutcome.Refused)).See(Look(1, held)).Step is CloseStep.Wait);
}
