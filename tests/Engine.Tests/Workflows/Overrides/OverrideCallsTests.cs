using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>What marking costs in quote calls.</summary>
public sealed class OverrideCallsTests
{
    [Fact]
    public async Task WhenManyClosedPositionsAreMarked_OneCallMoreServesThemInTurn()
    {
        var bench = new OverrideBench();
        await bench.CloseAsync(2.50m);
        var sample = Assert.Single(await bench.OpenAsync());
        for (var i = 1; i <= 150; i++)
        {
            var symbol = Contracts.Numbered(i);
            var held = sample.Held with { Id = symbol, Structure = new Domain.Structures.Structure(sample.Held.Kind, [new Domain.Structures.PositionLeg(symbol, 1, 2m, 100)], 1) };
            var open = sample with { Held = held, Owners = new OwnersSide(1, 250m) };
            bench.Desk.Market.Quote(symbol, 2.50m, 2.52m);
            await bench.Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Override(open.Id), LedgerJson.Write(open))], default);
        }

        await bench.LookAsync(1);
        var before = bench.Desk.Market.Calls["snapshots"];
        await bench.Desk.SweepAsync(2);

        // No position is held: both calls are those of what was closed.
        Assert.Equal(2, bench.Desk.Market.Calls["snapshots"] - before);
        Assert.All(await bench.OpenAsync(), open => Assert.NotNull(open.Mark));
        Assert.True(IMarketData.SymbolsPerCall < (await bench.OpenAsync()).Count);

        // However still it was, whoever moves is seen within a round.
        await bench.Desk.SweepAsync(7);
        foreach (var symbol in new[] { Contracts.Numbered(1), Contracts.Numbered(75), Contracts.Numbered(150) })
        {
            bench.Desk.Market.Quote(symbol, 3.00m, 3.02m);
        }

        await bench.Desk.SweepAsync(2);
        Assert.Equal([-50m, -50m, -50m], (await bench.ResultsAsync()).Where(result => result.PositionId != sample.Held.Id).Select(result => result.Won!.Value));
    }

    [Fact]
    public async Task WhenTheSweepHasTheQuotes_NoCallIsAdded()
    {
        var bench = new OverrideBench();
        var button = await bench.AskAsync("Keep this session");
        bench.Quote(2.90m);
        await bench.Desk.SweepAsync(1);
        await bench.Desk.PressAsync(button);
        Assert.True(Assert.Single(await bench.OpenAsync()).IsMarked);
        await bench.LookAsync(1);
        var before = bench.Desk.Market.Calls["snapshots"];
        await bench.Desk.SweepAsync(2);
        Assert.Equal(2, bench.Desk.Market.Calls["snapshots"] - before);

        // Alone, the rule waits for its threshold like everybody else.
        bench.Quote(3.10m);
        await bench.Desk.SweepAsync(1);
        Assert.Equal(3.10m, Assert.Single(await bench.OpenAsync()).RuleValue);
    }
}
