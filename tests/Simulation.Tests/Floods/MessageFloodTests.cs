using ExitDesk.Domain.Closing;
using ExitDesk.TestKit.Floods;
using Xunit;

namespace ExitDesk.Simulation.Tests.Floods;

/// <summary>Twenty thousand messages that come again, late and out of order; <c>tests/Benchmarks -- messages</c> does the same with a million.</summary>
public sealed class MessageFloodTests
{
    private const int Positions = 60;
    private const int MostCopies = 40;
    private const int Deliveries = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task WhenMessagesComeAgainLateAndOutOfOrder_EachPositionIsClosedOnce(int sideBySide)
    {
        var sum = FloodResult.None;
        for (var seed = 1; sum.Count.Deliveries < Deliveries; seed++)
        {
            sum += await MessageFlood.PlayAsync(seed, Positions, MostCopies, sideBySide);
        }

        Assert.Empty(sum.Problems);
        Assert.Equal((sum.Positions, 0), (sum.Closed, sum.Refused));
        Assert.True(sum.Orders > sum.Positions, $"walks take several orders: {sum.Orders} for {sum.Positions}");
        Assert.True(sum.Count.Repeats > 10 * sum.Count.Messages, $"copies of what came before: {sum.Count}");
        Assert.True(sum.Count.Overtaken > sum.Count.Messages && sum.Count.Late > 0, $"out of order, and late: {sum.Count}");
    }

    [Fact]
    public async Task WhenTheSameSeedIsPlayedAgain_TheDayIsTheSame()
    {
        var (one, other) = (await MessageFlood.PlayAsync(7, 10, MostCopies, 1), await MessageFlood.PlayAsync(7, 10, MostCopies, 1));
        Assert.Equal((one.Count, one.Orders), (other.Count, other.Orders));
    }

    [Fact]
    public async Task WhenWorkingOrdersAreNotRespected_TheFloodShowsIt()
    {
        var blind = CloseProtocol.Guards with { InOrder = [.. CloseProtocol.Guards.InOrder.Where(guard => guard.Name != "working order")] };
        var result = await MessageFlood.PlayAsync(1, Positions, MostCopies, 1, blind);
        Assert.True(result.Problems.Count + result.Refused > 0, "a second order for what works already");
    }
}
