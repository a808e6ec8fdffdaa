using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class EntryDatesTests
{
    private const string Symbol = SamplePositions.Symbol;

    private static Fill Fill(double day, decimal signed, string symbol = Symbol) => new(
        $"f{day}", $"o{day}", symbol, signed > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(signed), 2, SampleSession.Noon.AddDays(day));

    private static double? Opened(decimal held, params Fill[] fills) =>
        (EntryDates.OpenedAt(SamplePositions.Single(quantity: Math.Abs(held), side: held > 0 ? PositionSide.Long : PositionSide.Short), [SamplePositions.Held(quantity: held)], fills)
            - SampleSession.Noon)?.TotalDays;

    [Fact]
    public void WhenOneFillOpenedIt_ThatIsItsDate() => Assert.Equal(-3, Opened(10, Fill(-3, 10)));

    [Fact]
    public void WhenItGrewOverTime_TheFirstFillSinceFlatIsItsDate() =>
        Assert.Equal(-5, Opened(10, Fill(-9, 4), Fill(-8, -4), Fill(-5, 6), Fill(-2, 4)));

    [Fact]
    public void WhenItWasReducedMeanwhile_TheDateStays() => Assert.Equal(-5, Opened(4, Fill(-5, 6), Fill(-2, -2)));

    [Fact]
    public void WhenTheSignFlipped_TheFlippingFillIsItsDate() => Assert.Equal(-2, Opened(-3, Fill(-5, 6), Fill(-2, -9)));

    [Fact]
    public void WhenItIsShort_SellsOpenedIt() => Assert.Equal(-4, Opened(-5, Fill(-4, -3), Fill(-1, -2)));

    [Fact]
    public void WhenTheFillsDoNotReachBack_TheDateIsUnknown() => Assert.Null(Opened(10, Fill(-3, 4)));

    [Fact]
    public void WhenThereAreSeveralLegs_TheEarliestCounts()
    {
        var spread = SamplePositions.PutCreditSpread(units: 2);
        BrokerPosition[] held = [SamplePositions.Held(spread.Legs[0].Symbol, 2), SamplePositions.Held(spread.Legs[1].Symbol, -2)];

        Assert.Equal(
            SampleSession.Noon.AddDays(-6),
            EntryDates.OpenedAt(spread, held, [Fill(-6, -2, spread.Legs[1].Symbol), Fill(-4, 2, spread.Legs[0].Symbol)]));
        Assert.Null(EntryDates.OpenedAt(spread, held, [Fill(-6, -2, spread.Legs[1].Symbol)]));
    }
}
