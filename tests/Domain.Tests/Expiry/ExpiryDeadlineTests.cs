using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpiryDeadlineTests
{
    [Fact]
    public void WhenContractExpiresOnARegularDay_TheDeadlineIsAQuarterBefore1515()
    {
        var deadline = ExpiryDeadline.Of(Contract(), Regular, Settings);

        Assert.Equal(new ExpiryDeadline(Utc(23, 20, 0), Utc(23, 20, 15), Utc(23, 21, 0), true), deadline);
        Assert.Equal(Utc(23, 20, 30), deadline.LiquidationAt(Settings));
    }

    [Theory]
    [InlineData("SPY")]
    [InlineData("QQQ")]
    [InlineData("IWM")]
    [InlineData("DIA")]
    [InlineData("SPY1")]
    public void WhenUnderlyingIsABroadBasedEtf_TheDeadlineIsAQuarterBefore1530(string root)
    {
        var deadline = ExpiryDeadline.Of(Contract(root: root), Regular, Settings);

        Assert.Equal(new ExpiryDeadline(Utc(23, 20, 15), Utc(23, 20, 30), Utc(23, 21, 0), true), deadline);
        Assert.Equal(Utc(23, 20, 45), deadline.LiquidationAt(Settings));
    }

    /// <summary>13:00 − 45 − 15 is noon in New York.</summary>
    [Theory]
    [InlineData("GOOG", 17, 0)]
    [InlineData("SPY", 17, 15)]
    public void WhenTheSessionClosesEarly_TheDeadlineMovesWithIt(string root, int hour, int minute) =>
        Assert.Equal(Utc(24, hour, minute), ExpiryDeadline.Of(Contract(root: root, day: 24), EarlyClose, Settings).At);

    [Theory]
    [InlineData(22)]
    [InlineData(24)]
    public void WhenContractDoesNotExpireToday_TheDeadlineIsTheClose(int day)
    {
        var deadline = ExpiryDeadline.Of(Contract(day: day), Regular, Settings);

        Assert.Equal(new ExpiryDeadline(Regular.CloseAt, Regular.CloseAt, Regular.CloseAt, false), deadline);
        Assert.Null(deadline.LiquidationAt(Settings));
    }

    [Fact]
    public void WhenPositionIsStock_TheDeadlineIsTheClose() =>
        Assert.Equal(EarlyClose.CloseAt, ExpiryDeadline.Of(null, EarlyClose, Settings).At);

    [Fact]
    public void WhenEtfIsNotConfigured_ItHasTheEarlierCutOff()
    {
        var settings = Settings with { BroadBasedEtfs = new HashSet<string> { "QQQ" } };

        Assert.Equal(Utc(23, 20, 0), ExpiryDeadline.Of(Contract(root: "SPY"), Regular, settings).At);
    }

    [Fact]
    public void WhenTimeIsLeft_ItIsExact()
    {
        var deadline = ExpiryDeadline.Of(Contract(), Regular, Settings);

        Assert.Equal(TimeSpan.FromSeconds(90.5), deadline.Until(Deadline.AddSeconds(-90.5)));
        Assert.Equal(TimeSpan.FromSeconds(-1), deadline.Until(Deadline.AddSeconds(1)));
    }

    [Fact]
    public void WhateverTheSession_NoDeadlineIsAfterTheCutOffAndNoCutOffAfterTheClose() =>
        Prop.ForAll(
            Gen.Choose(60, 420).ToArbitrary(),
            Gen.Elements("GOOG", "SPY", "SPY1", "QQQ", "F").ToArbitrary(),
            Gen.Elements(22, 23, 24).ToArbitrary(),
            (minutes, root, day) =>
            {
                var session = new Session(Regular.Date, Regular.OpenAt, Regular.OpenAt.AddMinutes(minutes));
                var deadline = ExpiryDeadline.Of(Contract(OptionRight.Put, root, day), session, Settings);
                return deadline.At <= deadline.CutOffAt && deadline.CutOffAt <= deadline.CloseAt && deadline.CloseAt == session.CloseAt;
            }).QuickCheckThrowOnFailure();
}
