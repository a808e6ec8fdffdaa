using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>Around each instant at which it gets worse, for a contract in the money that still is not closed.</summary>
public sealed class ExpiryAlarmsTests
{
    private static readonly Session Session = new(
        ExpiryBench.Day, NewYork.At(ExpiryBench.Day, new TimeOnly(9, 30)), NewYork.At(ExpiryBench.Day, new TimeOnly(16, 0)));

    [Theory]
    [InlineData("GOOG", "14:29:59.999", ExpiryAlarm.None, ExpiryAlarm.None)]
    [InlineData("GOOG", "14:30:00", ExpiryAlarm.Card, ExpiryAlarm.InTheMoney)]
    [InlineData("GOOG", "14:54:59.999", ExpiryAlarm.Card, ExpiryAlarm.InTheMoney)]
    [InlineData("GOOG", "14:55:00", ExpiryAlarm.None, ExpiryAlarm.WouldClose)]
    [InlineData("GOOG", "14:58:00", ExpiryAlarm.None, ExpiryAlarm.WouldCloseNow)]
    [InlineData("GOOG", "14:59:59.999", ExpiryAlarm.None, ExpiryAlarm.WouldCloseNow)]
    [InlineData("GOOG", "15:00:00", ExpiryAlarm.PastDeadline, ExpiryAlarm.PastDeadline)]
    [InlineData("GOOG", "15:14:59.999", ExpiryAlarm.PastDeadline, ExpiryAlarm.PastDeadline)]
    [InlineData("GOOG", "15:15:00", ExpiryAlarm.PastCutOff, ExpiryAlarm.PastCutOff)]
    [InlineData("GOOG", "15:29:59.999", ExpiryAlarm.PastCutOff, ExpiryAlarm.PastCutOff)]
    [InlineData("GOOG", "15:30:00", ExpiryAlarm.Liquidating, ExpiryAlarm.Liquidating)]
    [InlineData("SPY", "15:14:59.999", ExpiryAlarm.None, ExpiryAlarm.WouldCloseNow)]
    [InlineData("SPY", "15:15:00", ExpiryAlarm.PastDeadline, ExpiryAlarm.PastDeadline)]
    [InlineData("SPY", "15:30:00", ExpiryAlarm.PastCutOff, ExpiryAlarm.PastCutOff)]
    [InlineData("SPY", "15:45:00", ExpiryAlarm.Liquidating, ExpiryAlarm.Liquidating)]
    [InlineData("GOOG", "16:00:00", ExpiryAlarm.None, ExpiryAlarm.None)]
    public void WhenTimePasses_TheAlarmFollowsTheRungAndTheBroker(string underlying, string time, ExpiryAlarm allowed, ExpiryAlarm blocked)
    {
        var contract = new OptionContract(underlying, ExpiryBench.Day, OptionRight.Call, 750m);
        var now = NewYork.At(ExpiryBench.Day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        var assessment = ExpiryLadder.Assess(contract, 751m, 0.25m, new MarketMoment(now, true, now, Session), ExpirySettings.Default);
        var deadline = ExpiryDeadline.Of(contract, Session, ExpirySettings.Default);
        Assert.Equal(allowed, ExpiryAlarms.Of(assessment, isBlocked: false, deadline, now, ExpirySettings.Default));
        Assert.Equal(blocked, ExpiryAlarms.Of(assessment, isBlocked: true, deadline, now, ExpirySettings.Default));
    }
}
