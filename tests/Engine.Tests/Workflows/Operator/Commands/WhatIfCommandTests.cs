using System.Globalization;
using System.Text.RegularExpressions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

/// <summary>GOOG at 750.00 on Tuesday 2015-12-22, 10:00 ET; 18 trading days to the expiration of its options.</summary>
public sealed partial class WhatIfCommandTests
{
    private const string Put = "GOOG160115P00700000";
    private const string Expiring = "GOOG151222C00750000";

    private readonly DeskHarness _desk = new();

    public WhatIfCommandTests() => _desk.Market.Stocks["GOOG"] = new StockPrice(null, 750m, _desk.Now);

    [Fact]
    public async Task WhenNothingMoves_TheValueIsTheQuoteOfNow()
    {
        await HoldCallAsync();
        var said = await AskAsync("/whatif GOOG +0%");
        Assert.Contains("20.00 → 20.00 (now 20.00, change $0.00): $0.00 (0.0 %)", said, StringComparison.Ordinal);
        Assert.Contains("nothing fires", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+0.1%", 0.75)]
    [InlineData("-0.1%", -0.75)]
    public async Task WhenTheMoveIsSmall_TheChangeIsThatOfDelta(string move, double dollars)
    {
        await HoldCallAsync();
        var change = Change(await AskAsync($"/whatif GOOG {move}"));

        // At the money, half the volatility's worth above 0.5: N(d1) with d1 = σ√T / 2, and 0.4 σ√T = 20.10 / 750.
        var delta = 0.5 + (0.4 * (20.10 / 750 / 0.4) / 2);
        Assert.InRange((double)change, (dollars * delta * 200) - 1.5, (dollars * delta * 200) + 1.5);
    }

    [Fact]
    public async Task WhenItFallsFar_TheStopIsNamedWithItsUrgencyAndThatItWaitsForReadings()
    {
        await HoldCallAsync();
        var said = await AskAsync("/whatif GOOG -3%");
        Assert.Contains("750.00 → 727.50, now", said, StringComparison.Ordinal);
        Assert.Matches(@"🔴 3 stop loss: return -\d+\.\d % ≤ -25\.0 % · immediate, acts once several readings agree", said);
        Assert.DoesNotContain("take profit", said, StringComparison.Ordinal);
        Assert.Contains("Black–Scholes", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenSeveralFire_TheyComeInTheirOrderAndTheOneThatClosesIsNamed()
    {
        await HoldAsync(Expiring, 2, 5.00m, 4.95m, 5.05m);
        var said = await AskAsync("/whatif GOOG +3% 14:56");
        var (ladder, profit) = (said.IndexOf("🔴 2 exercise risk", StringComparison.Ordinal), said.IndexOf("🔴 4 take profit", StringComparison.Ordinal));
        Assert.True(ladder > 0 && profit > ladder, said);
        Assert.Contains("It would be closed by exercise risk, fast", said, StringComparison.Ordinal);
        Assert.Contains("at 14:56 ET", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItHasExpiredIntoTheMoney_ItIsWorthWhatIsInIt()
    {
        await HoldAsync(Expiring, 2, 5.00m, 4.95m, 5.05m);
        var said = await AskAsync("/whatif GOOG +2% 16:00");
        // 765 − 750, less half of today's spread of 0.10.
        Assert.Contains("5.00 → 14.95 ", said, StringComparison.Ordinal);
        Assert.Contains("+$1,990.00", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsSold_AFallOfTheStockIsALoss()
    {
        await HoldAsync(Put, -1, 3.00m, 2.95m, 3.05m);
        var said = await AskAsync("/whatif GOOG -7%");
        Assert.True(Change(said) < 0, said);
        Assert.Matches(@"🔴 3 stop loss: loss \d\.\d\d× ≥ 2\.00× the credit", said);
    }

    [Theory]
    [InlineData("+2%", "+$150.00")]
    [InlineData("-2%", "-$150.00")]
    public async Task WhenItIsStock_TheResultIsExact(string move, string result)
    {
        await _desk.HoldAsync("GOOG", 10, 750m);
        Assert.Contains($": {result} ", await AskAsync($"/whatif GOOG {move}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenALegHasNoQuote_ItIsSaidAndTheOthersAreRepriced()
    {
        await HoldCallAsync();
        await _desk.HoldAsync(Put, 1, 3.00m);
        var said = await AskAsync("/whatif GOOG -1%");
        Assert.Contains("GOOG 15 Jan 700 P cannot be repriced: it has no quote with both sides", said, StringComparison.Ordinal);
        Assert.Contains("without the 1 that cannot be repriced", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenMonitoring_ItIsSaidThatItWouldOnlyAlert()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
        await HoldCallAsync();
        Assert.Contains("the desk is in Monitor mode: it would only alert", await AskAsync("/whatif GOOG -3%"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/whatif GOOG -2% 10:00", "10:00 ET is not ahead")]
    [InlineData("/whatif GOOG -2% 16:01", "16:01 ET is not ahead")]
    [InlineData("/whatif GOOG 2%", "has no sign")]
    [InlineData("/whatif AAPL -2%", "No open position on AAPL")]
    [InlineData("/whatif <b> -2%", "No open position on &lt;B&gt;")]
    public async Task WhenItCannotBeComputed_TheAnswerSaysWhy(string command, string answer)
    {
        await HoldCallAsync();
        Assert.Contains(answer, await AskAsync(command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStockHasNoPrice_NothingIsInvented()
    {
        await HoldCallAsync();
        _desk.Market.Stocks.Clear();
        Assert.Contains("GOOG has no price that is young enough", await AskAsync("/whatif GOOG -2%"), StringComparison.Ordinal);
    }

    private Task HoldCallAsync() => HoldAsync(Contracts.Goog, 2, 20.00m, 20.00m, 20.20m);

    private async Task HoldAsync(string symbol, decimal quantity, decimal entry, decimal bid, decimal ask)
    {
        _desk.Market.Quote(symbol, bid, ask);
        await _desk.HoldAsync(symbol, quantity, entry);
    }

    private async Task<string> AskAsync(string command)
    {
        await _desk.WriteAsync(command);
        return _desk.Desk.Last;
    }

    internal static decimal Change(string said) =>
        decimal.Parse(ChangeOf().Match(said).Groups[1].Value.Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"change ([+-]?\$[\d,.]+)\)")]
    private static partial Regex ChangeOf();
}
