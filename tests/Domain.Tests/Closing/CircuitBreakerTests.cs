using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CircuitBreakerTests
{
    private static readonly CircuitBreaker Open = Failing(0, 1, 2, 3, 4, 5).Breaker;

    private static DateTimeOffset At(double second) => SampleSession.Noon.AddSeconds(second);

    private static (CircuitBreaker Breaker, IReadOnlyList<BreakerChange?> Changes) Failing(params double[] seconds)
    {
        var (breaker, changes) = (CircuitBreaker.New, new List<BreakerChange?>());
        foreach (var second in seconds)
        {
            (breaker, var change) = breaker.Judge($"attempt at {second}", At(second), BreakerVerdict.Unanswered, At(second));
            changes.Add(change);
        }

        return (breaker, changes);
    }

    private static (CircuitBreaker Next, BreakerChange? Change) Trial(CircuitBreaker breaker, double second, BreakerVerdict verdict) =>
        breaker.Judge($"trial at {second}", At(second), verdict, At(second + 1));

    [Fact]
    public void WhenFiveFail_ItStaysClosed()
    {
        var (breaker, changes) = Failing(0, 1, 2, 3, 4);

        Assert.Equal(BreakerState.Closed, breaker.StateAt(At(4)));
        Assert.All(changes, change => Assert.Null(change));
        Assert.Null(breaker.HeldUntil("walk", false, At(4)));
    }

    [Fact]
    public void WhenSixFail_ItOpensOnce()
    {
        var (breaker, changes) = Failing(0, 1, 2, 3, 4, 5);

        Assert.Equal([null, null, null, null, null, BreakerChange.Opened], changes);
        Assert.Equal((BreakerState.Open, At(5)), (breaker.StateAt(At(5)), breaker.OpenedAt));
        Assert.Null(breaker.Judge("a seventh", At(6), BreakerVerdict.Unanswered, At(6)).Change);
    }

    [Theory]
    [InlineData(59.9, BreakerState.Open)]
    [InlineData(60, BreakerState.Closed)]
    public void WhenTheSixthComesLate_OnlyAMinuteCounts(double sixth, BreakerState state) =>
        Assert.Equal(state, Failing(0, 1, 2, 3, 4, sixth).Breaker.StateAt(At(sixth)));

    [Fact]
    public void WhenRefusalsAreNotExplained_TheyCountToo()
    {
        var (breaker, change) = Failing(0, 1, 2, 3, 4).Breaker.Judge("refused", At(5), BreakerVerdict.Refused, At(5));

        Assert.Equal((BreakerState.Open, BreakerChange.Opened), (breaker.StateAt(At(5)), change));
    }

    [Theory]
    [InlineData(BreakerVerdict.Nothing)]
    [InlineData(BreakerVerdict.Taken)]
    public void WhenItIsNoFailure_ItDoesNotCount(BreakerVerdict verdict) =>
        Assert.Null(Failing(0, 1, 2, 3, 4).Breaker.Judge("other", At(5), verdict, At(5)).Change);

    [Fact]
    public void WhenOneAttemptIsJudgedTwice_ItCountsOnce()
    {
        var breaker = Failing(0, 1, 2, 3, 4).Breaker;

        Assert.Null(breaker.Judge("attempt at 4", At(4), BreakerVerdict.Refused, At(5)).Change);
    }

    [Theory]
    [InlineData(64.9, BreakerState.Open)]
    [InlineData(65, BreakerState.HalfOpen)]
    public void WhenItRestedAMinute_ItIsHalfOpen(double second, BreakerState state)
    {
        Assert.Equal(state, Open.StateAt(At(second)));
        Assert.Equal(state == BreakerState.Open ? At(65) : null, Open.HeldUntil("walk", false, At(second)));
    }

    [Fact]
    public void WhileOpen_UrgentClosesGoOneAtATime()
    {
        Assert.Null(Open.HeldUntil("a", true, At(6)));
        var taken = Open.Enter("a", At(6));

        Assert.Equal(At(8), taken.HeldUntil("b", true, At(7)));
        Assert.Null(taken.HeldUntil("a", true, At(7)));
        Assert.Null(taken.Leave("a").HeldUntil("b", true, At(7)));
        Assert.NotNull(taken.Leave("another").HeldUntil("b", true, At(7)));
    }

    [Theory]
    [InlineData(20.9, false)]
    [InlineData(21, true)]
    public void WhenTheSlotIsNeverLeft_ItIsFreeAfterALease(double second, bool free) =>
        Assert.Equal(free, Open.Enter("a", At(6)).HeldUntil("b", true, At(second)) is null);

    [Fact]
    public void WhileClosed_NobodyTakesASlot() =>
        Assert.Null(CircuitBreaker.New.Enter("a", At(0)).HeldUntil("b", false, At(0)));

    [Fact]
    public void WhenHalfOpen_OneTrialGoesWhateverItsUrgency()
    {
        Assert.Null(Open.HeldUntil("walk", false, At(65)));
        var taken = Open.Enter("walk", At(65));

        Assert.Equal(At(67), taken.HeldUntil("stop", true, At(66)));
        Assert.Equal(At(67), taken.HeldUntil("other walk", false, At(66)));
    }

    [Fact]
    public void WhenTheTrialIsTaken_ItClosesOnce()
    {
        var (closed, change) = Trial(Open, 65, BreakerVerdict.Taken);

        Assert.Equal((BreakerState.Closed, BreakerChange.Recovered), (closed.StateAt(At(66)), change));
        Assert.Null(Trial(closed, 66, BreakerVerdict.Taken).Change);
        Assert.Null(Trial(closed, 66, BreakerVerdict.Unanswered).Change);
    }

    [Fact]
    public void WhenTheTrialGetsNoAnswer_ItRestsAgain()
    {
        var (again, change) = Trial(Open, 65, BreakerVerdict.Unanswered);

        Assert.Equal((BreakerState.Open, BreakerChange.Reopened), (again.StateAt(At(124.9)), change));
        Assert.Equal(BreakerState.HalfOpen, again.StateAt(At(125)));
        Assert.Null(Trial(again, 66, BreakerVerdict.Unanswered).Change);
    }

    [Theory]
    [InlineData(BreakerVerdict.Refused)]
    [InlineData(BreakerVerdict.Nothing)]
    public void WhenTheTrialIsRefusedOrTellsNothing_TheNextOneTries(BreakerVerdict verdict)
    {
        var (same, change) = Trial(Open, 65, verdict);

        Assert.Null(change);
        Assert.Equal(BreakerState.HalfOpen, same.StateAt(At(66)));
    }

    [Theory]
    [InlineData(BreakerVerdict.Taken)]
    [InlineData(BreakerVerdict.Unanswered)]
    public void WhenAnUrgentCloseWasSentWhileOpen_ItDecidesNothing(BreakerVerdict verdict) =>
        Assert.Null(Trial(Open, 64.9, verdict).Change);
}
