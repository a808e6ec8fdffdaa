using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Whatever happens between two effects of a spread's close or of a walk, each leg is closed once and booked to the cent.</summary>
public sealed class StepCrashTests
{
    private const int MostEffects = 120;

    public static TheoryData<string, Urgency> Scripts => new()
    {
        { "fill", Urgency.Immediate },
        { "untold", Urgency.Immediate },
        { "lost", Urgency.Immediate },
        { "refused", Urgency.Immediate },
        { "walked", Urgency.Fast },
        { "walked", Urgency.Normal },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheNextOneFinishes(string script, Urgency urgency)
    {
        for (var effect = 1; effect <= MostEffects; effect++)
        {
            var desk = await BegunAsync(script, urgency);
            desk.Effects.CrashAfter(effect);
            var crashed = await RunAsync(desk);
            desk.Restart();
            await desk.RunUntilQuietAsync();
            await AssertClosedOnceAsync(desk, $"{script}, crash after effect {effect}");
            if (!crashed)
            {
                Assert.True(effect > 8, "too few effects: the crash never happened");
                return;
            }
        }

        Assert.Fail($"The close never came to an end within {MostEffects} effects.");
    }

    private static async Task<DeskHarness> BegunAsync(string script, Urgency urgency)
    {
        var desk = new DeskHarness();
        await Spreads.HoldAsync(desk);
        desk.Broker.Next(script switch
        {
            "untold" => [new CloseScript.FillUntold()],
            "lost" => [new CloseScript.LoseRequest(), new CloseScript.Fill()],
            "refused" => [new CloseScript.Refuse(422, null, "no"), new CloseScript.Refuse(422, null, "no")],
            "walked" => [new CloseScript.Work(), new CloseScript.Fill()],
            _ => [new CloseScript.Fill()],
        });
        var position = Assert.Single(await desk.Get<DeskLedger>().PositionsAsync(default));
        var moment = (await desk.Get<MarketMoments>().ReadAsync(default)).Value!;
        var trigger = new CloseTrigger(ExitReason.OwnerRequest, urgency, CloseAuthority.Owner, "Ada", desk.Now, 1.30m, 1.50m, 1.50m, null, null);
        Assert.NotNull(await desk.Get<DeskCommits>().CommitAsync(CloseStart.Batch(position, trigger, null, moment), default));
        return desk;
    }

    private static async Task<bool> RunAsync(DeskHarness desk)
    {
        try
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    private static async Task AssertClosedOnceAsync(DeskHarness desk, string how)
    {
        var closing = Assert.Single(await desk.ClosingsAsync());
        Assert.True(closing.End == CloseEnd.Closed, $"{how}: {closing.End}");
        Assert.True(Spreads.Held(desk, Spreads.Short, -2) == 0 && Spreads.Held(desk, Spreads.Long, 2) == 0, $"{how}: not flat");
        Assert.True((await desk.PositionAsync(Spreads.Short)).Status == PositionStatus.Closed, how);
        var trades = await desk.TradesAsync();
        var cash = desk.Broker.Fills.Sum(fill => (fill.Side == OrderSide.Sell ? 100 : -100) * fill.Price * fill.Quantity);
        Assert.True(trades.Count == 2 && trades.Sum(trade => trade.Cash) == cash, $"{how}: {trades.Count} trades");
        Assert.True(trades.Sum(trade => trade.RealizedPnl) == closing.RealizedPnl, how);
        Assert.True(desk.Broker.Tickets.All(ticket => ticket.Legs.Count == 2), how);
        Assert.True((await desk.OutboxAsync()).Count == 0, $"{how}: something stays in the outbox");
    }
}
