using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>The ladder through the sweep: the rule closes, the guardian tells.</summary>
public sealed class ExpirySweepTests
{
    private readonly ExpiryBench _bench = new();

    public ExpirySweepTests() => Desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"expirationRisk": {"enabled": false}}}""");

    private DeskHarness Desk => _bench.Desk;

    [Theory]
    [InlineData(0.0001, true)]
    [InlineData(0, false)]
    public async Task WhenT5Comes_WhatIsInTheMoneyIsClosedFast(double moneyness, bool closes)
    {
        await HoldAsync();
        await SweepAsync(14, 54, 59, (decimal)moneyness);
        Assert.Empty(await Desk.ClosingsAsync());
        await SweepAsync(14, 55, 0, (decimal)moneyness);
        var closing = (await Desk.ClosingsAsync()).SingleOrDefault();
        Assert.Equal(closes ? (ExitReason.ExerciseRisk, Urgency.Fast) : null, Of(closing));
    }

    [Theory]
    [InlineData(-0.0142, true)]
    [InlineData(-0.0143, false)]
    public async Task WhenT2Comes_WhatIsNearTheMoneyIsClosedAtOnce(double moneyness, bool closes)
    {
        await HoldAsync();
        await SweepAsync(14, 57, 59, (decimal)moneyness);
        Assert.Empty(await Desk.ClosingsAsync());
        await SweepAsync(14, 58, 0, (decimal)moneyness);
        var closing = (await Desk.ClosingsAsync()).SingleOrDefault();
        Assert.Equal(closes ? (ExitReason.ExerciseRisk, Urgency.Immediate) : null, Of(closing));
    }

    [Fact]
    public async Task WhenHeld_T5IsSkippedAndT2Closes()
    {
        await HoldAsync();
        await SweepAsync(14, 30, 0, 0.001m);
        await Desk.PressAsync(Desk.Desk.Button("Hold to T-2"));
        await SweepAsync(14, 55, 0, 0.001m);
        await SweepAsync(14, 57, 59, 0.001m);
        Assert.Empty(await Desk.ClosingsAsync());
        await SweepAsync(14, 58, 0, 0.001m);
        Assert.Equal((ExitReason.ExerciseRisk, Urgency.Immediate), Of(Assert.Single(await Desk.ClosingsAsync())));
    }

    [Theory]
    [InlineData(14, 57, 59, false)]
    [InlineData(14, 58, 0, true)]
    public async Task WhenTheUnderlyingHasNoPrice_T2ClosesAndT5DoesNot(int hour, int minute, int second, bool closes)
    {
        await HoldAsync();
        await SweepAsync(hour, minute, second, null);
        Assert.Equal(closes, (await Desk.ClosingsAsync()).Count == 1);
        Assert.Single(await _bench.AuditAsync("expiry-assessed"));
    }

    [Theory]
    [InlineData(TradingMode.Monitor)]
    [InlineData(TradingMode.Active)]
    public async Task WhenMonitor_NothingIsClosedAtAnyRung(TradingMode mode)
    {
        Desk.Options = Desk.Options with { InitialMode = mode };
        await HoldAsync();
        foreach (var (hour, minute) in new[] { (14, 30), (14, 55), (14, 58), (15, 0) })
        {
            await SweepAsync(hour, minute, 0, 0.001m);
        }

        Assert.Equal(mode == TradingMode.Active, (await Desk.ClosingsAsync()).Count == 1);
        Assert.Equal(mode == TradingMode.Monitor ? 4 : 0, (await _bench.AuditAsync("expiry-alarm")).Count);
    }

    [Fact]
    public async Task WhenMonitor_TheLadderSpeaksThroughItsCardAlone()
    {
        Desk.Options = Desk.Options with { InitialMode = TradingMode.Monitor };
        await HoldAsync();
        foreach (var (hour, minute) in new[] { (14, 30), (14, 55), (14, 58), (15, 0) })
        {
            await SweepAsync(hour, minute, 0, 0.001m);
        }

        Assert.Equal(4, Desk.Desk.Sounds);
        Assert.Empty(await _bench.AuditAsync("would-close"));
    }

    [Fact]
    public async Task WhenMonitorAndAnotherRuleFires_ThatOneIsToldBesideTheCard()
    {
        Desk.Options = Desk.Options with { InitialMode = TradingMode.Monitor };
        await HoldAsync();
        Desk.Market.Quote(ExpiryBench.Call, 4.60m, 4.70m);
        await SweepAsync(14, 31, 0, -0.01m);
        await SweepAsync(14, 31, 15, -0.01m);
        Assert.StartsWith("🟢 Would close", Assert.Single(await _bench.AuditAsync("would-close")), StringComparison.Ordinal);
        Assert.Single(await _bench.AuditAsync("expiry-card"));
    }

    [Fact]
    public async Task WhenTheDayIsOver_TheSweepSumsItUp()
    {
        await HoldAsync();
        await SweepAsync(14, 55, 0, 0.001m);
        await Desk.RunUntilQuietAsync();
        var close = ExpiryBench.At(0.01m);
        Desk.Market.Stocks["GOOG"] = new StockPrice(null, close, NewYork.At(ExpiryBench.Day, new TimeOnly(16, 0)));
        await SweepAsync(16, 2, 0, null);
        await SweepAsync(16, 3, 0, null);
        Assert.Contains("Exercise prevented 2 of 2 (100 %)", Assert.Single(await _bench.AuditAsync("expiry-summary")), StringComparison.Ordinal);
    }

    private static (ExitReason Reason, Urgency Urgency)? Of(PositionClosing? closing) =>
        closing is null ? null : (closing.Trigger.Reason, closing.Trigger.Urgency);

    private async Task HoldAsync()
    {
        Desk.Restart();
        Desk.Market.Quote(ExpiryBench.Call, 3.10m, 3.20m);
        Desk.Market.Sense(ExpiryBench.Call, null, 0.25m);
        Desk.Broker.PriceFills(ExpiryBench.Call, 3.05m);
        await Desk.HoldAsync(ExpiryBench.Call, 2, 3m);
    }

    private async Task SweepAsync(int hour, int minute, int second, decimal? moneyness)
    {
        await _bench.AtAsync(hour, minute, second);
        if (moneyness is { } value)
        {
            var price = ExpiryBench.At(value);
            Desk.Market.Stocks["GOOG"] = new StockPrice(new Quote(price - 0.01m, price + 0.01m, Desk.Now), price, Desk.Now);
        }

        await Desk.SweepAsync();
    }
}
