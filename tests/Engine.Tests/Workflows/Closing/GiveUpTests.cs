using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Ten refusals end a walk, bar its rule for the session and nothing more urgent; an urgent close never ends, and says so each minute.</summary>
public sealed class GiveUpTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNineAreRefused_TheWalkGoesOn()
    {
        await TakeProfitAsync(9);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(AttemptOutcome.Accepted, Assert.Single(await _desk.ClosingsAsync()).Attempts[9].Outcome);
    }

    [Fact]
    public async Task WhenTenAreRefused_ItIsGivenUpAndTheRuleRestsForTheSession()
    {
        await TakeProfitAsync(10);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        await _desk.SweepAsync(8);

        Assert.Equal((CloseEnd.GivenUp, 10), (Assert.Single(await _desk.ClosingsAsync()).End, _desk.Broker.Tickets.Count));
        Assert.Single(_desk.Desk.Written, card => card.Html.Contains("<b>Not closed</b>", StringComparison.Ordinal));
        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal(PositionStatus.Open, position.Status);
        var closeAt = new DateTimeOffset(2015, 12, 22, 21, 0, 0, TimeSpan.Zero);
        Assert.True(position.IsSilenced(ExitReason.TakeProfit, closeAt.AddSeconds(-1)));
        Assert.False(position.IsSilenced(ExitReason.TakeProfit, closeAt));
    }

    [Fact]
    public async Task WhenAWalkWasGivenUp_AStopStillCloses()
    {
        await TakeProfitAsync(10);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        _desk.Market.Quote(Contracts.Goog, 1.45m, 1.50m);
        await _desk.SweepAsync(4);
        await _desk.RunUntilQuietAsync();

        Assert.Equal([CloseEnd.GivenUp, CloseEnd.Closed], (await _desk.ClosingsAsync()).Select(closing => closing.End!.Value));
        Assert.Equal(ExitReason.StopLoss, (await _desk.ClosingsAsync())[1].Trigger.Reason);
    }

    [Fact]
    public async Task WhenAStopGaveUpAsAWalkInAWideMarket_ItGoesToTheMarketOnceThatIsNot()
    {
        await _desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.10m, 1.60m);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "no"), 10)]);
        await _desk.SweepAsync(12);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        var walk = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((ExitReason.StopLoss, Urgency.Fast, CloseEnd.GivenUp), (walk.Trigger.Reason, walk.Trigger.Urgency, walk.End!.Value));

        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.44m);
        await _desk.SweepAsync(4);
        await _desk.RunUntilQuietAsync();

        var stop = (await _desk.ClosingsAsync())[^1];
        Assert.Equal((ExitReason.StopLoss, Urgency.Immediate, CloseEnd.Closed), (stop.Trigger.Reason, stop.Trigger.Urgency, stop.End!.Value));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(14, 5)]
    public async Task WhenAnUrgentCloseIsRefused_EachRefusalFromTheTenthOnIsAnAlertAMinuteApart(int refusals, int alerts)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "paused"), refusals)]);
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync(20);

        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, refusals + 1), (closing.End, closing.AttemptsMade));
        Assert.Equal(alerts, _desk.Desk.Written.Count(card => card.Html.Contains("<b>Still closing</b>", StringComparison.Ordinal)));
        Assert.All(
            closing.Attempts.Skip(9).Zip(closing.Attempts.Skip(10)),
            pair => Assert.InRange((pair.Second.IntentAt - pair.First.IntentAt).TotalSeconds, 60, 62));
    }

    private async Task TakeProfitAsync(int refusals)
    {
        await _desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.12m);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "no"), refusals)]);
        await _desk.SweepAsync();
        await _desk.DrainAsync();
    }
}
