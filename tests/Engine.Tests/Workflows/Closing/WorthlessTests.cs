using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A long option that expires tomorrow and that nobody bids for: left to expire, or offered at one tick if the plan says so.</summary>
public sealed class WorthlessTests
{
    private const string Tomorrow = "GOOG151223C00750000";

    private const string Today = "GOOG151222C00750000";

    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("""{"defaults": {"expirationRisk": {"offersWorthless": true}}}""", 1)]
    [InlineData("""{}""", 0)]
    public async Task WhenItIsClosedAtOnceInItsLastSession_ThePlanDecidesToo(string plan, int closes)
    {
        _desk.Plans = new DeployedPlan("plan.json", plan);
        _desk.Restart();
        await _desk.HoldAsync(Today, 3, 2.00m);
        _desk.Market.Quote(Today, 0, 0.05m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(closes, _desk.Broker.Closes.Count);
        Assert.Equal(closes == 1 ? null : CloseEnd.GivenUp, Assert.Single(await _desk.ClosingsAsync()).End);
    }

    [Theory]
    [InlineData("""{"defaults": {"expirationRisk": {"offersWorthless": true}}}""", true)]
    [InlineData("""{"defaults": {"expirationRisk": {"offersWorthless": false}}}""", false)]
    [InlineData("""{}""", false)]
    public async Task WhenNobodyBids_ThePlanDecides(string plan, bool offers)
    {
        _desk.Plans = new DeployedPlan("plan.json", plan);
        _desk.Restart();
        await _desk.HoldAsync(Tomorrow, 3, 2.00m);
        _desk.Market.Quote(Tomorrow, 0, 0.10m);
        await _desk.SweepAsync();
        await _desk.DrainAsync();

        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((ExitReason.ExpirationRisk, offers ? null : CloseEnd.GivenUp), (closing.Trigger.Reason, closing.End));
        Assert.Equal(offers ? [(0.05m, 3m)] : [], _desk.Broker.Tickets.Select(ticket => (ticket.LimitPrice!.Value, ticket.Quantity)));
    }
}
