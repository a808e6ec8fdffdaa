using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class InvariantWatchTests
{
    private readonly InvariantWatch _watch = new();

    [Fact]
    public void WhenACloseReducesWhatIsHeld_NothingIsRecorded()
    {
        var order = Closing(2);
        _watch.Accepted(order, 2, [order], At(10));
        _watch.Filled(order with { FilledQuantity = 2, Status = OrderStatus.Filled }, 2, 0, [], At(10));
        Assert.Empty(_watch.Violations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void WhenACloseIsAcceptedWithNothingToClose_ItIsRecorded(int position)
    {
        var order = Closing(1);
        _watch.Accepted(order, position, [order], At(10));
        Assert.Contains(_watch.Violations, violation => violation.Words.Contains("open or enlarge", StringComparison.Ordinal));
        Assert.All(_watch.Violations, violation => Assert.Equal(At(10), violation.At));
    }

    [Fact]
    public void WhenOneCloseIsLargerThanThePosition_ItIsRecorded()
    {
        var order = Closing(3);
        _watch.Accepted(order, 2, [order], At(10));
        Assert.Contains("more than the 2 held", Assert.Single(_watch.Violations).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenTwoClosesWorkTheSameQuantity_ItIsRecorded()
    {
        var (first, second) = (Closing(2), Closing(2));
        _watch.Accepted(second, 2, [first, second], At(10));
        Assert.Contains("more than one live close", Assert.Single(_watch.Violations).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenTwoClosesShareThePosition_NothingIsRecorded()
    {
        var (first, second) = (Closing(1), Closing(1));
        _watch.Accepted(second, 2, [first, second], At(10));
        Assert.Empty(_watch.Violations);
    }

    [Theory]
    [InlineData(1, -1, "crossed zero")]
    [InlineData(0, -1, "opened or enlarged")]
    [InlineData(-1, -2, "opened or enlarged")]
    public void WhenAFillGoesTheWrongWay_ItIsRecorded(int before, int after, string words)
    {
        _watch.Filled(Closing(2) with { FilledQuantity = 2, Status = OrderStatus.Filled }, before, after, [], At(10));
        Assert.Contains(words, Assert.Single(_watch.Violations).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenAFillLeavesOtherClosesOvercommitted_ItIsRecorded()
    {
        var (filled, other) = (Closing(1) with { FilledQuantity = 1, Status = OrderStatus.Filled }, Closing(2));
        _watch.Filled(filled, 2, 1, [other], At(10));
        Assert.Contains("more than the 1 held", Assert.Single(_watch.Violations).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderOrigin.Client, 0, 1, 1)]
    [InlineData(OrderOrigin.Client, 1, 2, 1)]
    [InlineData(OrderOrigin.Client, 1, 1, 0)]
    [InlineData(OrderOrigin.Client, 2, 1, 0)]
    [InlineData(OrderOrigin.Broker, 0, 1, 0)]
    public void WhenAnOrderOfOursLeavesMoreShortCallsUncovered_ItIsRecorded(OrderOrigin origin, int before, int after, int recorded)
    {
        _watch.Uncovered(Closing(1) with { Origin = origin }, before, after, At(10));
        Assert.Equal(recorded, _watch.Violations.Count(violation => violation.Words.Contains("without cover", StringComparison.Ordinal)));
    }

    private static VenueOrder Closing(int quantity) => new()
    {
        Id = new Guid(quantity, 0, 0, new byte[8]),
        ClientOrderId = "x",
        Symbol = FixedMarket.Call100,
        Side = OrderSide.Sell,
        Kind = OrderKind.Market,
        Quantity = quantity,
        Intent = PositionIntent.SellToClose,
        Status = OrderStatus.New,
        Origin = OrderOrigin.Client,
        CreatedAt = At(10),
        UpdatedAt = At(10),
    };
}
