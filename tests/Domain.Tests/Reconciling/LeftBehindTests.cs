using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Reconciling;

/// <summary>Two units of a strangle, whose call was left out because nobody bid for it; its puts were sold in part or all.</summary>
public sealed class LeftBehindTests
{
    private static readonly Position Strangle = new("strangle", SampleStructures.LongStrangle(), Noon, PositionStatus.Closing, Management.Managed);

    [Theory]
    [InlineData(CloseEnd.Closed, 2, 0, 2)]
    [InlineData(CloseEnd.Closed, 1, 0, 2)] // The other put was sold elsewhere: the whole has ended.
    [InlineData(CloseEnd.Closed, 2, 1, 1)]
    [InlineData(CloseEnd.Withdrawn, 1, 0, 1)]
    [InlineData(CloseEnd.Unfilled, 1, 0, 1)]
    [InlineData(CloseEnd.GivenUp, 1, 0, 1)]
    [InlineData(CloseEnd.GivenUp, 1, 1, 0)]
    [InlineData(CloseEnd.Withdrawn, 0, 0, 0)]
    [InlineData(CloseEnd.Overtaken, 0, 0, 0)]
    public void WhenAClosingEnds_WhatGoesWithItsClosedUnitsIsAPositionOfItsOwn(CloseEnd end, decimal puts, decimal calls, decimal left)
    {
        var ended = new PositionClosing("strangle", 1, Strangle.Structure, NewClosing().Trigger)
        {
            End = end,
            EndedAt = Noon,
            LeftOut = [SampleStructures.LowCall],
            Orders =
            [
                Order(OrderStatus.Canceled, puts, symbol: SampleStructures.HighPut, id: "puts"),
                Order(OrderStatus.Canceled, calls, symbol: SampleStructures.LowCall, id: "calls"),
            ],
        };

        var found = LeftBehind.Of(Strangle, ended, ["strangle"], new DateOnly(2026, 12, 1));

        Assert.Equal(left > 0 ? [(SampleStructures.LowCall, left)] : [], found.Select(position => (position.MainLeg.Symbol, position.Quantity)));
        Assert.All(found, position => Assert.Equal(Strangle.Management, position.Management));
    }

    [Fact]
    public void WhenNothingWasLeftOut_NothingBegins() => Assert.Empty(LeftBehind.Of(
        Strangle, new PositionClosing("strangle", 1, Strangle.Structure, NewClosing().Trigger) { End = CloseEnd.Closed, EndedAt = Noon }, [], new DateOnly(2026, 12, 1)));
}
