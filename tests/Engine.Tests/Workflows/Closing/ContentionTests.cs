using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Fifty closings and a short budget of calls: the most urgent are accepted first, whatever the queue makes of their order.</summary>
public sealed class ContentionTests
{
    private const int Budget = 20;

    private readonly DeskHarness _desk = new() { Options = new DeskOptions("paper", TradingMode.Emergency, Domain.Positions.Management.Managed) };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenTheBudgetIsShort_TheMostUrgentAreAcceptedFirst(bool reversed)
    {
        await HoldFiftyAsync();
        _desk.Broker.Budget.ChangesLeft = Budget;
        _desk.Queue.Reverses = reversed;
        await _desk.SweepAsync();
        await _desk.DrainAsync();

        var ranked = await RankedAsync();
        var accepted = (await _desk.ClosingsAsync()).Where(closing => closing.LastAttempt?.Outcome == AttemptOutcome.Accepted).ToList();
        Assert.Equal(50, ranked.Count);
        Assert.Equal(ranked.Take(Budget).Order(StringComparer.Ordinal), accepted.Select(closing => closing.Id).Order(StringComparer.Ordinal));

        _desk.Broker.Budget.ChangesLeft = null;
        await _desk.RunUntilQuietAsync();
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal(CloseEnd.Closed, closing.End));
    }

    [Fact]
    public async Task WhenTheBudgetIsAmple_NobodyWaits()
    {
        await HoldFiftyAsync();
        _desk.Queue.Reverses = true;
        await _desk.SweepAsync();
        await _desk.DrainAsync();

        Assert.Equal(50, _desk.Broker.Closes.Count);
        Assert.DoesNotContain(await _desk.AuditAsync(), row => row.Action == "close-held");
    }

    [Fact]
    public async Task WhenASweepClosesMany_TheMostUrgentLeaveFirst()
    {
        await HoldFiftyAsync();
        await _desk.SweepAsync();

        var sent = _desk.Queue.Sent.Select(message => message.Id[..message.Id.IndexOf(":request", StringComparison.Ordinal)]).ToList();
        Assert.Equal(await RankedAsync(), sent);
    }

    [Fact]
    public async Task WhenManyLostTheirMessages_TheMostUrgentAreWokenFirst()
    {
        await HoldFiftyAsync();
        _desk.Queue.Loses = true;
        await _desk.SweepAsync();
        _desk.Queue.Loses = false;
        _desk.Queue.Sent.Clear();
        _desk.Time.Advance(CloseSettlement.Overdue + TimeSpan.FromSeconds(1));
        await _desk.SettleAsync();

        var woken = _desk.Queue.Sent.Select(message => message.Id[..message.Id.IndexOf(":r", StringComparison.Ordinal)]).ToList();
        Assert.Equal(await RankedAsync(), woken);
    }

    // Ten expire today with an unknown risk, forty later; quantities differ, so that every one has its place.
    private async Task HoldFiftyAsync()
    {
        _desk.Restart();
        for (var i = 0; i < 50; i++)
        {
            var day = i % 5 == 0 ? "151222" : "160115";
            var symbol = $"GOOG{day}C00{(700 + i)}000";
            _desk.Broker.Hold(symbol, 1 + i % 7, 2.00m);
            _desk.Market.Quote(symbol, 1.48m, 1.50m);
        }

        await _desk.SyncAsync();
    }

    private async Task<List<string>> RankedAsync()
    {
        var session = (await _desk.Get<MarketMoments>().ReadAsync(default)).Value!.Session;
        return
        [
            .. (await _desk.ClosingsAsync())
                .OrderBy(closing => CloseContention.PriorityOf(closing, session, new ExpirySettings()))
                .Select(closing => closing.Id),
        ];
    }
}
