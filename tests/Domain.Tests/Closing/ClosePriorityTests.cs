using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class ClosePriorityTests
{
    private static readonly DateTimeOffset Noon = SampleSession.Noon;

    private static readonly ExpirySettings Settings = new();

    private static ClosePriority Of(string symbol, decimal quantity = 1, decimal? risk = null) =>
        ClosePriority.Of(symbol, SamplePositions.Single(symbol, quantity: quantity), risk, SampleSession.At(Noon).Session, Settings);

    [Fact]
    public void WhenSeveralContend_DeadlineThenRiskThenNotionalThenIdDecide()
    {
        var expected = new ClosePriority[]
        {
            new(Noon, 0, 1, "deadline"), new(Noon.AddSeconds(1), 0.9m, 1, "risk"), new(Noon.AddSeconds(1), 0.8m, 200, "notional"),
            new(Noon.AddSeconds(1), 0.8m, 100, "id-1"), new(Noon.AddSeconds(1), 0.8m, 100, "id-2"), new(null, 1, 1000, "unknown"),
        };

        Assert.Equal(expected, expected.Reverse().Order());
        Assert.Equal(expected, expected.Skip(3).Concat(expected.Take(3)).Order());
    }

    [Fact]
    public void WhenItExpiresToday_ItsDeadlineIsBeforeTheCutOff()
    {
        // Of 16:00: cut-off 45 minutes and margin 15 before it, for the broad ETFs 30 and 15.
        Assert.Equal(SampleSession.CloseAt.AddMinutes(-60), Of("GOOG151223C00750000").DeadlineAt);
        Assert.Equal(SampleSession.CloseAt.AddMinutes(-45), Of("SPY151223C00205000").DeadlineAt);
        Assert.Equal(SampleSession.CloseAt, Of(SamplePositions.Symbol).DeadlineAt);
    }

    [Theory]
    [InlineData("GOOG151223C00750000", 0.3, 0.3)]
    [InlineData("GOOG151223C00750000", null, 1.0)]
    [InlineData("GOOG151224C00750000", null, 0.0)]
    public void WhenRiskIsUnknown_WhatExpiresTodayCountsAsInTheMoney(string symbol, double? risk, double expected) =>
        Assert.Equal((decimal)expected, Of(symbol, risk: (decimal?)risk).Risk);

    [Fact]
    public void WhenNotionalIsCounted_ItIsStrikeTimesMultiplierTimesContracts()
    {
        Assert.Equal(750m * 100 * 3, Of(SamplePositions.Symbol, 3).Notional);
        Assert.Equal(2m * (95 + 100) * 100, ClosePriority.Of("s", SamplePositions.PutCreditSpread(), null, null, Settings).Notional);
    }

    [Fact]
    public void WhenTheSessionIsNotKnown_ItHasNoDeadline() =>
        Assert.Null(ClosePriority.Of("s", SamplePositions.Single(), null, null, Settings).DeadlineAt);
}
