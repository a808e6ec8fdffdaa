using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Orders;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.SampleEntryFacts;
using static ExitDesk.Domain.Tests.Entries.SampleRecommendations;

namespace ExitDesk.Domain.Tests.Entries.Gates;

/// <summary>Shares behind a call that another entry has just sold: the broker's lists do not move together.</summary>
public sealed class CoveredCallGateTests
{
    [Theory]
    [InlineData(1, OrderStatus.Filled, 0, 0, 200, false)] // filled, and the list of positions does not show it yet
    [InlineData(1, OrderStatus.Filled, 0, 1, 300, true)]
    [InlineData(1, OrderStatus.Filled, 0, 1, 200, false)]
    [InlineData(0, OrderStatus.New, 1, 0, 300, true)]
    [InlineData(0, OrderStatus.New, 0, 0, 200, false)] // last seen working, by now in no list
    [InlineData(0, OrderStatus.Canceled, 0, 0, 200, true)]
    public void WhenAnotherCallWasJustSold_ItsSharesAreTakenOnce(int filled, OrderStatus status, int ordered, int listed, decimal shares, bool passes)
    {
        const string symbol = "XYZ160122C00110000";
        var wanted = SellCall with { Legs = [OrderLeg.Of(symbol, PositionIntent.SellToOpen)], Quantity = 1 };
        var facts = AtNoon.Holding("XYZ", shares).Entering(Other(recommendation: wanted).Sent(filled, status));
        facts = listed == 0 ? facts : facts.Holding(symbol, -listed);
        facts = ordered == 0 ? facts : facts.Ordered(facts.Entries![0].Order!);

        Assert.Equal(passes ? GateOutcome.Passed : GateOutcome.Refused, CoveredCallGate.Evaluate(SellCall, facts, Wide).Outcome);
    }
}
