using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A stop cancels the owner's resting sell of two at 4.00; before the cancel is confirmed the owner switches to Monitor.</summary>
public sealed class PutBackTests
{
    private const int MostEffects = 80;

    [Theory]
    [InlineData("taken")]
    [InlineData("untold")]
    [InlineData("lost")]
    [InlineData("limited")]
    public async Task WhenWithdrawn_TheOwnersOrderIsBackOnce(string script)
    {
        var desk = await WithdrawnAsync(script);
        await desk.RunUntilQuietAsync();

        await AssertBackAsync(desk, script);
        Assert.Equal(CloseEnd.Withdrawn, Assert.Single(await desk.ClosingsAsync()).End);
        Assert.Equal(1, Told(desk, "Your resting order is put back"));
        Assert.Single(await desk.AuditAsync(), row => row.Action == "order-put-back");
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("untold")]
    [InlineData("lost")]
    public async Task WhenTheProcessEndsAfterAnyEffect_TheOrderIsBackOnce(string script)
    {
        for (var effect = 1; effect <= MostEffects; effect++)
        {
            var desk = await WithdrawnAsync(script);
            desk.Effects.CrashAfter(effect);
            var crashed = await RunAsync(desk);
            desk.Restart();
            await desk.RunUntilQuietAsync();
            await AssertBackAsync(desk, $"{script}, crash after effect {effect}");
            if (!crashed)
            {
                Assert.True(effect > 8, "too few effects: the crash never happened");
                return;
            }
        }

        Assert.Fail($"It never came to an end within {MostEffects} effects.");
    }

    [Fact]
    public async Task WhenItIsRefused_TheOwnerIsToldAndTheClosingEnds()
    {
        var desk = await WithdrawnAsync("refused");
        await desk.RunUntilQuietAsync();

        Assert.Single(desk.Broker.Tickets);
        Assert.Equal(1, Told(desk, "Your resting order is not put back"));
        Assert.Single(await desk.AuditAsync(), row => row.Action == "order-not-put-back");
        Assert.Equal(PositionStatus.Open, (await desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Fact]
    public async Task WhenTheBrokerCannotBeRead_TheClosingEndsAfterTwoMinutes()
    {
        var desk = await WithdrawnAsync("lost");
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        desk.Broker.ReadFailure = "500";
        await desk.AdvanceAsync(CloseLimits.PutBackPatience + TimeSpan.FromSeconds(10));

        Assert.Equal(CloseEnd.Withdrawn, Assert.Single(await desk.ClosingsAsync()).End);
        Assert.Equal(1, Told(desk, "Your resting order is not put back"));
    }

    [Fact]
    public async Task WhenPartWasSoldMeanwhile_OnlyWhatIsHeldGoesBack()
    {
        var desk = await WithdrawnAsync("taken");
        desk.Broker.CloseElsewhere(Contracts.Goog, 1);
        await desk.RunUntilQuietAsync();

        Assert.Equal(1, Assert.Single(desk.Broker.Tickets).Quantity);
    }

    [Fact]
    public async Task WhenTheCloseIsDone_NothingGoesBack()
    {
        var desk = await BlockedAsync();
        desk.Broker.End("order-0001", OrderStatus.Canceled);
        await desk.RunUntilQuietAsync();

        Assert.Equal(CloseEnd.Closed, Assert.Single(await desk.ClosingsAsync()).End);
        Assert.Empty(desk.Broker.Tickets);
        Assert.Equal(0, Told(desk, "Your resting order is put back"));
    }

    [Fact]
    public async Task WhenAnUrgentCloseFollows_ItCancelsTheOrderThatWentBack()
    {
        var desk = await WithdrawnAsync("taken");
        await desk.RunUntilQuietAsync();
        desk.Broker.ConfirmsCancels = true;
        await desk.WriteAsync("/close GOOG");
        await desk.PressAsync(desk.Desk.Button("Close now"));
        await desk.RunUntilQuietAsync();

        Assert.Equal(0, Held(desk));
        Assert.Single(desk.Broker.Tickets);
        Assert.Equal(PositionStatus.Closed, (await desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task WhenItsClosingIsNoLongerKept_TheOrderIsNoStranger(int days)
    {
        var desk = await WithdrawnAsync("taken", TimeInForce.GoodTillCanceled);
        await desk.RunUntilQuietAsync();
        Assert.Single(desk.Broker.Orders, order => order.IsWorking);
        await desk.WriteAsync("/mode active");
        await desk.PressAsync(desk.Desk.Button("Switch to Active"));
        desk.Broker.Drop(Contracts.Goog);
        for (var i = 0; i < 2; i++)
        {
            await desk.SyncAsync();
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        desk.Time.Advance(Assert.Single(await desk.ClosingsAsync()).EndedAt!.Value + TimeSpan.FromDays(days) - desk.Now);
        await desk.SettleAsync();
        Assert.Equal(days > 7, (await desk.ClosingsAsync()).Count == 0);
        await desk.SyncAsync();
        await desk.DrainAsync();

        Assert.Equal(Domain.Sessions.TradingMode.Active, (await desk.Get<Engine.State.DeskLedger>().SwitchesAsync(default)).Mode);
        Assert.Equal(0, Told(desk, "Unknown order"));
    }

    private static async Task<DeskHarness> BlockedAsync(TimeInForce time = TimeInForce.Day)
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Broker.RestAt(Contracts.Goog, OrderSide.Sell, 2, 4.00m, time: time);
        desk.Broker.ConfirmsCancels = false;
        desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        await desk.SweepAsync(3);
        Assert.Equal(["order-0001"], desk.Broker.Cancels.Distinct());
        return desk;
    }

    private static async Task<DeskHarness> WithdrawnAsync(string script, TimeInForce time = TimeInForce.Day)
    {
        var desk = await BlockedAsync(time);
        await desk.WriteAsync("/mode monitor");
        desk.Broker.End("order-0001", OrderStatus.Canceled);
        desk.Broker.Next(script switch
        {
            "untold" => [new CloseScript.WorkUntold()],
            "lost" => [new CloseScript.LoseRequest(), new CloseScript.Work()],
            "limited" => [new CloseScript.LimitRate(TimeSpan.FromSeconds(7)), new CloseScript.Work()],
            "refused" => [new CloseScript.Refuse(422, null, "no")],
            _ => [new CloseScript.Work()],
        });
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

    private static async Task AssertBackAsync(DeskHarness desk, string how)
    {
        var working = desk.Broker.Orders.Where(order => order.IsWorking).ToList();
        Assert.True(working.Count == 1, $"{how}: {working.Count} orders work");
        Assert.True(working[0] is { Side: OrderSide.Sell, Quantity: 2, LimitPrice: 4.00m, StopPrice: null, TimeInForce: TimeInForce.Day }, how);
        Assert.True(working[0].ClientOrderId.StartsWith(ClientOrderIds.Prefix, StringComparison.Ordinal), how);
        Assert.True(desk.Broker.Tickets.Select(ticket => ticket.ClientOrderId).Distinct().Count() == 1, $"{how}: more than one id");
        Assert.True(Held(desk) == 2 && (await desk.PositionAsync(Contracts.Goog)).Status == PositionStatus.Open, how);
        Assert.True((await desk.OutboxAsync()).Count == 0, $"{how}: something stays in the outbox");
        Assert.True(Told(desk, "Your resting order is put back") >= 1, $"{how}: not told");
        Assert.True((await desk.AuditAsync()).Count(row => row.Action == "order-put-back") == 1, $"{how}: audit");
    }

    private static decimal Held(DeskHarness desk) => 2 + desk.Broker.Fills.Sum(fill => fill.Side == OrderSide.Sell ? -fill.Quantity : fill.Quantity);

    private static int Told(DeskHarness desk, string title) => desk.Desk.Shown.Count(card => card.Html.Contains($"<b>{title}</b>", StringComparison.Ordinal));
}
