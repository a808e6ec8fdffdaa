using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class OrphanTests
{
    private static readonly DateOnly Date = new(2026, 11, 20);

    [Fact]
    public void WhenTheBrokerHasTakenALegOfEach_TheOthersAreLeft()
    {
        var alone = new VenueAlone(Orphan.Create(1));
        alone.PlayUntil(NewYork.ToUtc(Date, new TimeOnly(13, 31)));

        Assert.Equal(
            ["AAPL261120P00220000 4", "SPY261120C00603000 2", "SPY261120P00577000 2", "SPY261120P00582000 -2"],
            alone.Held.Select(held => $"{held.Key} {held.Value}"));
        Assert.Equal(
            [("AAPL261120P00225000", OrderSide.Buy, 4), ("SPY261120C00598000", OrderSide.Buy, 2)],
            alone.Venue.Orders().Where(order => order.Origin == OrderOrigin.Broker).Select(order => (order.Symbol, order.Side, order.FilledQuantity)));
    }

    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheSeedChanges_WhatIsLeftExpiresWorthless(int seed)
    {
        var alone = new VenueAlone(Orphan.Create(seed));
        alone.PlayToEnd();

        Assert.Empty(alone.Held);
        Assert.Equal(4, alone.Venue.Activities().Count(line => line.Type == ActivityType.OptionExpired));
    }
}
