using ExitDesk.Domain.Quotes;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Telling;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class WhyCommandTests
{
    private const string Put = "GOOG160115P00700000";
    private const string Wing = "GOOG160115P00680000";
    private const string Expiring = "GOOG151222C00750000";

    private readonly DeskHarness _desk = new();

    public WhyCommandTests() => _desk.Market.Stocks["GOOG"] = new StockPrice(null, 750m, _desk.Now);

    [Fact]
    public async Task WhenItIsBought_ResultQuoteAndDistancesAreToldInPriceAndInTheStocksMove()
    {
        _desk.Market.Sense(Contracts.Goog, new Greeks(0.5m, null, null, null, null), 0.25m);
        var said = await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);

        Assert.Contains("Loss now -$20.00 (-5.0 %), to close at 1.90", said, StringComparison.Ordinal);
        Assert.Contains("Quote 1.90 / 1.92 at 10:00:00 ET · usable · read just now", said, StringComparison.Ordinal);
        // (1.50 − 1.90) / 0.5 of 750; (3.00 − 1.90) / 0.5.
        Assert.Contains("stop loss: return -5.0 %, fires at -25.0 % = bid 1.50, 0.40 away ≈ GOOG -$0.80 (-0.1 %)", said, StringComparison.Ordinal);
        Assert.Contains("take profit: return -5.0 %, fires at +50.0 % = bid 3.00, 1.10 away ≈ GOOG +$2.20 (+0.3 %)", said, StringComparison.Ordinal);
        Assert.Contains("expiration risk: 18 trading days left, fires at 1: Thu 14 Jan 09:30 ET (in 22 d 23 h)", said, StringComparison.Ordinal);
        Assert.Contains("Off: trailing stop, underlying move, day-trade close, days to expiration, assignment risk, maximum hold", said, StringComparison.Ordinal);
        Assert.Contains("Next: judged again at the next sweep; expiration risk fires Thu 14 Jan 09:30 ET.", said, StringComparison.Ordinal);
        Assert.Contains("If you do nothing: it stays open until a rule fires", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsSold_TheStopIsInMultiplesOfTheCreditAndTheTargetInWhatIsKept()
    {
        var said = await HoldAsync(Put, -1, 1.50m, 1.85m, 1.90m);
        Assert.Contains("stop loss: loss 0.27× the credit, fires at 2.00× = cost 4.50, 2.60 away", said, StringComparison.Ordinal);
        Assert.Contains("-26.7 % of the credit kept, fires at +50.0 % = cost 0.75, 1.15 away", said, StringComparison.Ordinal);
        Assert.Contains("assignment risk: no short leg is in the money; fires at an extrinsic value of $0.05", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItHasSeveralLegs_EachIsQuoted()
    {
        _desk.Broker.Hold(Put, -1, 3.00m);
        _desk.Broker.Hold(Wing, 1, 1.80m);
        _desk.Market.Quote(Put, 2.50m, 2.60m);
        _desk.Market.Quote(Wing, 1.50m, 1.55m);
        await _desk.SyncAsync();
        var said = await AskAsync("/why GOOG");
        Assert.Contains("  -1 GOOG 15 Jan 700 P: 2.50 / 2.60", said, StringComparison.Ordinal);
        Assert.Contains("  +1 GOOG 15 Jan 680 P: 1.50 / 1.55", said, StringComparison.Ordinal);
        Assert.Contains("Profit now +$10.00 (+8.3 %), to close at 1.10", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAskedOfAnUnderlyingFollowedSinceFirstSight_TheMoveSaysSo()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        _desk.Market.Stocks["GOOG"] = new StockPrice(null, 757.5m, _desk.Now);
        var position = await _desk.PositionAsync(Contracts.Goog);
        var since = position.IsUnderlyingEntryAtFirstSight ? "since first sight" : "since the entry";
        Assert.Contains($"GOOG 757.50, +1.0 % {since} at 750.00", await AskAsync("/why GOOG"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheReadFails_ItIsAsLastSeenWithTheReasonAndTheAge()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        await _desk.SweepAsync(1);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(4));
        _desk.Market.Failing.Add("snapshots");
        var said = await AskAsync("/why GOOG");
        Assert.Contains("1.90 / 1.92 at 10:00:00 ET, 4 min old · usable · as last seen: quotes cannot be read, snapshots: 500", said, StringComparison.Ordinal);
        Assert.Contains("bid 1.50, 0.40 away", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheMarketIsClosed_TheNextOpenIsWhatComesNext()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        await _desk.SweepAsync(1);
        await _desk.AdvanceAsync(TimeSpan.FromDays(4));
        var said = await AskAsync("/why GOOG");
        Assert.Contains("as last seen: the market is closed", said, StringComparison.Ordinal);
        Assert.Contains("Next: judged again from the open, Mon 28 Dec 09:30 ET", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheClockDoesNotAnswer_WhatWasSeenIsStillTold()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        await _desk.SweepAsync(1);
        _desk.Restart();
        _desk.Market.Failing.Add("clock");
        var said = await AskAsync("/why GOOG");
        Assert.Contains("the broker's clock does not answer", said, StringComparison.Ordinal);
        Assert.Contains("bid 1.50, 0.40 away", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItExpiresToday_TheNextRungIsNamedWithItsTime()
    {
        var said = await HoldAsync(Expiring, 1, 5.00m, 4.90m, 5.00m);
        Assert.Contains("exercise risk: at the money; T-30 at 14:30 ET tells you if it is near the money", said, StringComparison.Ordinal);
        Assert.Contains("it expires in this session: T-30 at 14:30 ET", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAStopFires_ItIsSaidThatReadingsMustAgree()
    {
        var said = await HoldAsync(Contracts.Goog, 2, 2.00m, 1.50m, 1.52m);
        Assert.Contains("🔴 stop loss: return -25.0 %, fires at -25.0 % = bid 1.50, past it", said, StringComparison.Ordinal);
        Assert.Contains("a stop fires and acts once several readings agree", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAPlanSetsAThreshold_ItsSourceStandsBesideIt()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"symbols": {"GOOG": {"stopLoss": {"debitLoss": 0.4, "approval": "ask"}}}}""");
        _desk.Restart();
        var said = await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        Assert.Contains("fires at -40.0 % = bid 1.20, 0.70 away <i>(symbol GOOG, plan.json)</i>; asks first", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsClosing_ItsProgressIsTold()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        _desk.Broker.Next(new CloseScript.Work());
        await AskAsync("/close GOOG");
        var said = await AskAsync("/why GOOG");
        Assert.Contains("Next: it is being closed since 10:00 ET (your close), 0 of 2 filled, 1 attempt", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItHasEnded_HowWhenAndItsResultAreTold()
    {
        await HoldAsync(Contracts.Goog, 2, 2.00m, 1.40m, 1.42m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.40m);
        await _desk.SweepAsync(4);
        await _desk.RunUntilQuietAsync();
        var said = await AskAsync("/why GOOG");
        Assert.Contains("no longer open", said, StringComparison.Ordinal);
        Assert.Contains("Why: return -30.0 % ≤ -25.0 %", said, StringComparison.Ordinal);
        Assert.Contains("Realized -$120.00", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsNotManaged_TheReasonIsTold()
    {
        _desk.Broker.Hold("SPX160115C02050000", 2, 2.00m);
        await _desk.SyncAsync();
        Assert.Contains("Not managed", await AskAsync("/why SPX"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAllElevenRulesAreOn_OneBlockFitsAMessage()
    {
        _desk.Plans = new DeployedPlan("plan.json", """
            {"defaults": {"trailingStop": {"enabled": true}, "underlyingMove": {"enabled": true}, "dayTradeClose": {"enabled": true},
             "daysToExpiration": {"enabled": true}, "assignmentRisk": {"enabled": true}, "maxHold": {"enabled": true}}}
            """);
        _desk.Restart();
        var said = await HoldAsync(Contracts.Goog, 2, 2.00m, 1.90m, 1.92m);
        Assert.True(said.Length < LongText.Limit / 2, said);
        Assert.DoesNotContain("Off:", said, StringComparison.Ordinal);
        Assert.Contains("day-trade close: 15:55 ET (in 5 h 55 min)", said, StringComparison.Ordinal);
    }

    private async Task<string> HoldAsync(string symbol, decimal quantity, decimal entry, decimal bid, decimal ask)
    {
        _desk.Market.Quote(symbol, bid, ask);
        await _desk.HoldAsync(symbol, quantity, entry);
        return await AskAsync("/why GOOG");
    }

    private async Task<string> AskAsync(string command)
    {
        await _desk.WriteAsync(command);
        return _desk.Desk.Last;
    }
}
