using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Others closed what we are closing, and what they filled cannot be read: it is waited for, and not for ever.</summary>
public sealed class UnreadFillsTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(599, false)]
    [InlineData(600, true)]
    [InlineData(601, true)]
    public async Task WhenNothingExplainsAnEnd_ItIsWaitedForTenMinutes(int seconds, bool ends)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var position = (await _desk.Get<DeskLedger>().PositionsAsync(CancellationToken.None)).Single();
        _desk.Broker.FillsFail = true;
        var moment = (await _desk.Get<Engine.Market.MarketMoments>().ReadAsync(CancellationToken.None)).Value!;

        var departure = await _desk.Get<Departures>().ExplainAsync(position, [], moment.Now.AddSeconds(-seconds), moment, CancellationToken.None);
        Assert.Equal(ends, departure is not null);
        Assert.NotEqual(ends, departure?.IsExplained ?? true);
    }

    [Fact]
    public async Task WhenTheFillsOfAnOvertakenPositionStayUnread_ItEndsLoudly_AndIsCompletedOnceTheyCome()
    {
        await OvertakeAsync(_desk);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(9.5));
        Assert.Null((await ClosingAsync()).End);

        await _desk.RunUntilQuietAsync(3);
        var closing = await ClosingAsync();
        Assert.Equal(CloseEnd.Overtaken, closing.End);
        Assert.InRange((closing.EndedAt - closing.GoneLooks[0])!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(5));
        var unknown = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.ClosedElsewhere, false, 2m), (unknown.Status, unknown.IsResultKnown, unknown.UnexplainedQuantity));
        Assert.Single(_desk.Desk.Written, card => card.Html.StartsWith("⚠️ <b>Closed elsewhere</b>", StringComparison.Ordinal)
            && card.Html.Contains("fills: 500", StringComparison.Ordinal) && card.Html.Contains("If you do nothing", StringComparison.Ordinal));

        await ReadAgainAsync(_desk);
        await AssertCompleteAsync(_desk, PositionStatus.ClosedElsewhere, "");
    }

    [Fact]
    public async Task WhenTheFillsComeAfterFiveMinutes_TheyAreBookedWithoutAnAlarm()
    {
        await OvertakeAsync(_desk);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        _desk.Broker.FillsFail = false;
        await _desk.RunUntilQuietAsync();

        await AssertCompleteAsync(_desk, PositionStatus.ClosedElsewhere, "");
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("⚠️", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenARowThatSaysWhoTookWhatCannotBeRead_ItEndsAllTheSame()
    {
        await _desk.Ledger.CommitAsync([new Ports.Ledger.LedgerChange.Put(LedgerKeys.FillParts + "bad:0", "not json")], CancellationToken.None);
        await OvertakeAsync(_desk);
        _desk.Broker.FillsFail = false;
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(CloseEnd.Overtaken, (await ClosingAsync()).End);
        Assert.Single(_desk.Desk.Written, card => card.Html.Contains(LedgerKeys.FillParts + "bad:0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenOthersSoldTheRestAndTheirFillsStayUnread_OurPartIsClosedLoudly_AndTheRestIsCompletedLater()
    {
        await _desk.HoldAsync(Contracts.Goog, 8, 2.00m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.90m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        _desk.Broker.Execute("order-0001", 3, 1.90m);
        _desk.Broker.CloseElsewhere(Contracts.Goog, 5);
        _desk.Broker.End("order-0001", Domain.Orders.OrderStatus.Canceled);
        _desk.Broker.FillsBehind = 1;
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(5));
        _desk.Broker.FillsFail = true;
        await _desk.RunUntilQuietAsync();

        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Closed, -30m, 5m), (position.Status, position.RealizedPnl, position.UnexplainedQuantity));
        Assert.Single(_desk.Desk.Written, card => card.Html.StartsWith("⚠️ <b>Result incomplete</b>", StringComparison.Ordinal) && card.Html.Contains("If you do nothing", StringComparison.Ordinal));

        _desk.Broker.FillsBehind = 0;
        await ReadAgainAsync(_desk);
        position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Closed, -80m, true), (position.Status, position.RealizedPnl, position.IsResultKnown));
    }

    [Fact]
    public async Task WhenTheProcessEndsAfterAnyEffect_ItEndsOnceAndIsCompleted()
    {
        for (var effect = 1; effect <= 12; effect++)
        {
            var desk = new DeskHarness();
            await OvertakeAsync(desk);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(9.9));
            desk.Effects.CrashAfter(effect);
            await Record.ExceptionAsync(() => desk.AdvanceAsync(TimeSpan.FromMinutes(1)));
            desk.Restart();
            await desk.RunUntilQuietAsync();
            Assert.Equal(CloseEnd.Overtaken, Assert.Single(await desk.ClosingsAsync()).End);
            await ReadAgainAsync(desk);
            await AssertCompleteAsync(desk, PositionStatus.ClosedElsewhere, $"crash after effect {effect}");
        }
    }

    private async Task<PositionClosing> ClosingAsync() => Assert.Single(await _desk.ClosingsAsync());

    private static async Task OvertakeAsync(DeskHarness desk)
    {
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Broker.PriceFills(Contracts.Goog, 1.90m);
        desk.Broker.CloseElsewhere(Contracts.Goog, 2);
        desk.Broker.FillsFail = true;
        await desk.WriteAsync("/close GOOG");
    }

    private static async Task ReadAgainAsync(DeskHarness desk)
    {
        desk.Broker.FillsFail = false;
        for (var i = 0; i < 2; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(6));
            await desk.SyncAsync();
        }
    }

    private static async Task AssertCompleteAsync(DeskHarness desk, PositionStatus status, string how)
    {
        var position = await desk.PositionAsync(Contracts.Goog);
        Assert.True((position.Status, position.RealizedPnl, position.IsResultKnown) == (status, -20m, true), $"{how}: {position.Status}, {position.RealizedPnl}");
        await DeskBooks.AssertEqualAsync(desk, Contracts.Goog, how);
    }
}
