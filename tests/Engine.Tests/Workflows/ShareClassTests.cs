using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows;

/// <summary>Berkshire's class B is BRK.B as stock and BRKB in the symbols of its options: one underlying all the same.</summary>
public sealed class ShareClassTests
{
    private const string Call = "BRKB160115C00130000";
    private const string Stock = "BRK.B";

    private readonly DeskHarness _desk = new();

    public ShareClassTests()
    {
        _desk.Market.Stocks[Stock] = new StockPrice(null, 140m, _desk.Now);
        _desk.Market.List(new ContractTerms(Call, "BRKB", Stock, 100, "active", false));
        _desk.Market.Quote(Call, 10.10m, 10.20m);
    }

    [Fact]
    public async Task WhenSharesCoverACall_TheyAreOneStructureInBothSpellings()
    {
        _desk.Broker.Hold(Stock, 100, 120m, "us_equity");
        Assert.Equal(StructureKind.CoveredCall, (await _desk.HoldAsync(Call, -1, 10.00m)).Kind);
        foreach (var spelling in new[] { "BRK.B", "BRKB", "brk.b" })
        {
            await _desk.WriteAsync($"/whatif {spelling} -1%");
            Assert.Contains("140.00 → 138.60", _desk.Desk.Last, StringComparison.Ordinal);
            await _desk.WriteAsync($"/why {spelling}");
            Assert.Contains("BRKB 140.00", _desk.Desk.Last, StringComparison.Ordinal);
        }
    }

    // 10.15 − 10.00 in it are 0.15 of time value: less than a dividend of 0.50, more than one of 0.10.
    [Theory]
    [InlineData(0.50, true)]
    [InlineData(0.10, false)]
    public async Task WhenADividendComes_TheCallIsJudgedByIt(decimal amount, bool isAtRisk)
    {
        _desk.Market.Dividends.Add(new CashDividend(Stock, new DateOnly(2015, 12, 23), amount));
        await _desk.HoldAsync(Call, -1, 10.00m);
        await _desk.SweepAsync(2);
        Assert.Equal(isAtRisk, (await _desk.ApprovalsAsync()).Any(approval => approval.Decision?.Reason == ExitReason.AssignmentRisk));
    }

    [Theory]
    [InlineData("BRK.B")]
    [InlineData("BRKB")]
    public async Task WhenAPlanNamesEitherSpelling_ItHoldsForSharesAndOptions(string spelling)
    {
        _desk.Plans = new DeployedPlan("plan.json", $$"""{ "management": { "symbols": { "{{spelling}}": "ignore" } } }""");
        _desk.Restart();
        _desk.Broker.Hold(Stock, 10, 120m, "us_equity");
        await _desk.HoldAsync(Call, 1, 10.00m);
        Assert.All(await _desk.PositionsAsync(), position => Assert.Equal(Management.Ignored, position.Management));
    }
}
