using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>The rules that look at the clock and the calendar alone: they fire without a quote.</summary>
public sealed class TimeRuleTests
{
    private static readonly PositionSnapshot NoQuote = Snapshots.Long(2, null);

    private static PositionSnapshot With(Func<TimingFacts, TimingFacts> change) => NoQuote with { Timing = change(NoQuote.Timing) };

    [Theory]
    [InlineData("15:54:59", 0, 0, DecisionKind.Hold)]
    [InlineData("15:55:00", 0, 0, DecisionKind.Close)]
    [InlineData("12:54:59", 180, 0, DecisionKind.Hold)] // an early close
    [InlineData("12:55:00", 180, 0, DecisionKind.Close)]
    [InlineData("14:54:59", 0, 60, DecisionKind.Hold)] // expires today: the deadline is at 15:00
    [InlineData("14:55:00", 0, 60, DecisionKind.Close)]
    public void WhenADayTradeNearsItsEnd_ItCloses(string clock, int closesEarlier, int deadlineBeforeClose, DecisionKind expected)
    {
        var time = TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);
        var close = SampleSession.CloseAt.AddMinutes(-closesEarlier);
        var position = With(timing => timing with
        {
            Now = SampleSession.OpenAt + (time - new TimeOnly(9, 30)),
            NewYorkTime = time,
            CloseAt = close,
            DeadlineAt = close.AddMinutes(-deadlineBeforeClose),
        });

        var decision = DayTradeClose.Evaluate(position, new DayTradeClosePlan { Enabled = true });

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Close ? (Urgency.Fast, 5m) : (default, null), (decision.Urgency, decision.Threshold));
    }

    [Theory]
    [InlineData(2, 10, DecisionKind.Hold)]
    [InlineData(1, 10, DecisionKind.Close)]
    [InlineData(0, 10, DecisionKind.Close)]
    [InlineData(1, 2, DecisionKind.Close)]
    [InlineData(1, 1, DecisionKind.Hold)] // opened in its last days
    [InlineData(1, null, DecisionKind.Close)]
    [InlineData(null, null, DecisionKind.Hold)]
    public void WhenTradingDaysRunOut_WhatWasOpenedEarlierCloses(int? left, int? atEntry, DecisionKind expected)
    {
        var decision = ExpirationRisk.Evaluate(With(timing => timing with { TradingDaysLeft = left, TradingDaysAtEntry = atEntry }), new ExpirationRiskPlan());

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Close ? (Urgency.Normal, left) : (default, null), (decision.Urgency, decision.Value));
    }

    [Theory]
    [InlineData(22, 45, DecisionKind.Hold)]
    [InlineData(21, 45, DecisionKind.Close)]
    [InlineData(20, 22, DecisionKind.Close)]
    [InlineData(20, 21, DecisionKind.Hold)] // opened nearer than the threshold
    [InlineData(20, null, DecisionKind.Close)]
    [InlineData(null, null, DecisionKind.Hold)]
    public void WhenDaysRunOut_WhatWasOpenedEarlierCloses(int? left, int? atEntry, DecisionKind expected)
    {
        var decision = DaysToExpiration.Evaluate(With(timing => timing with { DaysLeft = left, DaysAtEntry = atEntry }), new DaysToExpirationPlan());

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Close ? (Urgency.Patient, left) : (default, null), (decision.Urgency, decision.Value));
    }

    [Theory]
    [InlineData(false, 29, 99_999, DecisionKind.Hold)]
    [InlineData(false, 30, 0, DecisionKind.Close)]
    [InlineData(true, 99, 29, DecisionKind.Hold)]
    [InlineData(true, 0, 30, DecisionKind.Close)]
    [InlineData(false, null, 99_999, DecisionKind.Undecided)]
    [InlineData(true, 99, null, DecisionKind.Undecided)]
    public void WhenHeldLongEnough_ItCloses(bool inMinutes, int? days, int? minutes, DecisionKind expected)
    {
        var decision = MaxHold.Evaluate(
            With(timing => timing with { DaysHeld = days, TradingMinutesHeld = minutes }), new MaxHoldPlan { Enabled = true, InTradingMinutes = inMinutes });

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(Urgency.Patient, decision.Urgency);
    }

    [Fact]
    public void WhenTheTimeIsNotKnown_TheyAreUndecided()
    {
        var position = With(_ => default);

        Assert.Equal(DecisionKind.Undecided, DayTradeClose.Evaluate(position, new DayTradeClosePlan { Enabled = true }).Kind);
        Assert.Equal(DecisionKind.Undecided, ExpirationRisk.Evaluate(position, new ExpirationRiskPlan()).Kind);
        Assert.Equal(DecisionKind.Undecided, DaysToExpiration.Evaluate(position, new DaysToExpirationPlan()).Kind);
    }

    [Fact]
    public void WhenTheyAreOff_TheyHold()
    {
        var position = With(_ => default);

        Assert.Equal(ExitDecision.Hold, DayTradeClose.Evaluate(position, new DayTradeClosePlan()));
        Assert.Equal(ExitDecision.Hold, ExpirationRisk.Evaluate(position, new ExpirationRiskPlan { Enabled = false }));
        Assert.Equal(ExitDecision.Hold, DaysToExpiration.Evaluate(position, new DaysToExpirationPlan { Enabled = false }));
        Assert.Equal(ExitDecision.Hold, MaxHold.Evaluate(position, new MaxHoldPlan()));
    }
}
