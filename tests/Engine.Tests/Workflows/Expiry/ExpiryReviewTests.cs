using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryReviewTests
{
    private readonly ExpiryBench _bench = new() { Underlying = ExpiryBench.At(0.001m) };

    private DeskHarness Desk => _bench.Desk;

    [Fact]
    public async Task WhenTwoMinutesPastTheClose_OneCardAndOneAuditRowADay()
    {
        await WatchAsync();
        Finish(751.50m);
        await SummarizeAtAsync(16, 1, 59);
        Assert.Empty(await _bench.AuditAsync("expiry-summary"));
        await SummarizeAtAsync(16, 2);
        Desk.Restart();
        await SummarizeAtAsync(16, 3);
        await Desk.Start().DisposeAsync();
        Assert.Single(await _bench.AuditAsync("expiry-summary"));
        Assert.Contains("still held 2, finished 0.20 % in the money", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Exercise prevented 0 of 2 (0 %)", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Empty(await Desk.Ledger.ListAsync(LedgerKeys.Expiries, default));
    }

    [Theory]
    [InlineData("735.75", true)]
    [InlineData("745.00", false)]
    public async Task WhenClosedAndFinishedOutOfTheMoney_ItIsAFalseAlarmOnlyBeyondTheThreshold(string final, bool isFalse)
    {
        var id = await WatchAsync();
        await CloseAsync(id, fill: 3.05m);
        Finish(decimal.Parse(final, System.Globalization.CultureInfo.InvariantCulture));
        await SummarizeAtAsync(16, 2);
        Assert.Equal(isFalse, Desk.Desk.Last.Contains("(false alarm)", StringComparison.Ordinal));
        Assert.Contains("closed by the ladder 1", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Shortfall $10.00 (0.05 a share)", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenClosedAndItWouldHaveBeenExercised_ItIsPrevented()
    {
        var id = await WatchAsync();
        await CloseAsync(id, fill: 3.15m);
        Finish(760m);
        await SummarizeAtAsync(16, 2);
        Assert.Contains("Exercise prevented 2 of 2 (100 %)", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Shortfall -$10.00", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNothingWasAtRisk_OnlyTheAuditSaysSo()
    {
        _bench.Underlying = ExpiryBench.At(-0.1m);
        await WatchAsync();
        Finish(675m);
        await SummarizeAtAsync(16, 2);
        Assert.Empty(Desk.Desk.Shown);
        Assert.Single(await _bench.AuditAsync("expiry-summary"));
    }

    [Fact]
    public async Task WhenPricesCannotBeRead_TheSummaryWaitsAndThenSaysUnknown()
    {
        await WatchAsync();
        Desk.Market.Failing.Add("stocks");
        Assert.Single(await SummarizeAtAsync(16, 2));
        Assert.Single(await SummarizeAtAsync(16, 14, 59));
        Assert.Empty(await SummarizeAtAsync(16, 15));
        Assert.Contains("end unknown", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheLastTradeIsOfAnotherDay_TheEndIsUnknown()
    {
        await WatchAsync();
        Desk.Market.Stocks["GOOG"] = new StockPrice(null, 760m, Desk.Now.AddDays(-1));
        await SummarizeAtAsync(16, 2);
        Assert.Contains("end unknown", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "finished 0.20 % in the money")]
    [InlineData(1, "end unknown")]
    public async Task WhenTheLastTradeCameAfterTheClose_ItDoesNotJudge(int seconds, string end)
    {
        await WatchAsync();
        Desk.Market.Stocks["GOOG"] = new StockPrice(null, 751.50m, CloseAt.AddSeconds(seconds));
        await SummarizeAtAsync(16, 2);
        Assert.Contains(end, Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("751.50", "finished 0.20 % in the money")]
    [InlineData("748.50", "finished 0.20 % out of the money")]
    public async Task WhenATradeAfterTheCloseWouldFlipIt_TheDaysCloseJudges(string close, string end)
    {
        await WatchAsync();
        var price = decimal.Parse(close, System.Globalization.CultureInfo.InvariantCulture);
        Desk.Market.Stocks["GOOG"] = new StockPrice(null, 1500m - price, CloseAt.AddMinutes(1)) { Closes = [new DayClose(ExpiryBench.Day, price)] };
        await SummarizeAtAsync(16, 2);
        Assert.Contains(end, Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheSessionEndedEarly_ATradeOfTheAfternoonDoesNotJudge()
    {
        _bench.Close = new TimeOnly(13, 0);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(11, 55);
        Desk.Market.Stocks["GOOG"] = new StockPrice(null, 751.50m, CloseAt.AddHours(-3).AddSeconds(1));
        await SummarizeAtAsync(13, 2);
        Assert.Contains("end unknown", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenSummedUpADayLateAndTheCalendarIsUnread_OnlyTheDaysCloseJudges()
    {
        await WatchAsync();
        Finish(751.50m);
        Desk.Market.HasEmptyCalendar = true;
        Desk.Restart();
        await Desk.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Empty(await Desk.Get<ExpiryReview>().SummarizeAsync(new Domain.Sessions.MarketMoment(Desk.Now, false, Desk.Now.AddDays(3), null), default));
        Assert.Contains("end unknown", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheDeskWasDown_TheDayIsSummedUpLate()
    {
        await WatchAsync();
        Finish(751.50m);
        await Desk.AdvanceAsync(TimeSpan.FromDays(1));
        var moment = new Domain.Sessions.MarketMoment(Desk.Now, false, Desk.Now.AddDays(3), null);
        Assert.Empty(await Desk.Get<ExpiryReview>().SummarizeAsync(moment, default));
        Assert.Contains("Expirations of Thu 24 Dec", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheSummaryStandsButItsRowsAreLeft_TheyGoAndNothingIsSaidAgain()
    {
        await WatchAsync();
        Finish(751.50m);
        var watch = (await Desk.Ledger.ListAsync(LedgerKeys.Expiries, default))[0];
        await SummarizeAtAsync(16, 2);
        var written = Desk.Desk.Written.Count;
        await Desk.Ledger.CommitAsync([new LedgerChange.Insert(watch.Key, watch.Json)], default);
        Desk.Restart();
        await SummarizeAtAsync(16, 3);
        Assert.Equal(written, Desk.Desk.Written.Count);
        Assert.Empty(await Desk.Ledger.ListAsync(LedgerKeys.Expiries, default));
    }

    [Fact]
    public async Task WhenTheMarketStaysClosed_LaterCallsReadNothing()
    {
        await WatchAsync();
        Finish(751.50m);
        await SummarizeAtAsync(16, 2);
        var calls = Desk.Store.Calls;
        await SummarizeAtAsync(16, 30);
        Assert.Equal(calls, Desk.Store.Calls);
    }

    [Fact]
    public async Task WhenARowCannotBeRead_ItIsSaidOnceAndTheOthersAreSummedUp()
    {
        await WatchAsync();
        Finish(751.50m);
        await Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Expiry("other"), "{\"broken\": ")], default);
        Assert.Contains("expiry:other", Assert.Single(await SummarizeAtAsync(16, 2)), StringComparison.Ordinal);
        Assert.Empty(await SummarizeAtAsync(16, 3));
        Assert.Single(await _bench.AuditAsync("expiry-summary"));
    }

    private static DateTimeOffset CloseAt => NewYork.At(ExpiryBench.Day, new TimeOnly(16, 0));

    private async Task<string> WatchAsync()
    {
        var id = await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 55);
        return id;
    }

    private void Finish(decimal price) => Desk.Market.Stocks["GOOG"] = new StockPrice(null, price, Desk.Now);

    private async Task<IReadOnlyList<string>> SummarizeAtAsync(int hour, int minute, int second = 0)
    {
        await _bench.AtAsync(hour, minute, second);
        return await Desk.Get<ExpiryReview>().SummarizeAsync(_bench.Moment(), default);
    }

    // Triggered at a bid of 3.10 and filled.
    private async Task CloseAsync(string id, decimal fill)
    {
        var position = (await Desk.PositionsAsync()).Single(position => position.Id == id);
        var trigger = new CloseTrigger(
            ExitReason.ExerciseRisk, Urgency.Fast, CloseAuthority.Rule, "exercise risk", Desk.Now, 3.10m, 3.20m, 3.10m, 0.001m, 0m);
        var order = new Order("o1", "c1", ExpiryBench.Call, OrderSide.Sell, 2, 2, fill, OrderStatus.Filled, "filled", Desk.Now, Desk.Now);
        var closing = new PositionClosing(id, 1, position.Structure, trigger) { Orders = [order], End = CloseEnd.Closed, EndedAt = Desk.Now };
        await Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Closing(id, 1), LedgerJson.Write(closing))], default);
        await _bench.PutAsync(position with { Status = PositionStatus.Closed, Closings = 1, EndedAt = Desk.Now });
    }
}
