using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>A desk whose profit rule asks, with answers of its owner to follow.</summary>
internal sealed class OverrideBench
{
    /// <param name="rules">What the plan says of them.</param>
    public OverrideBench(string rules = """{"takeProfit": {"approval": "ask"}}""")
    {
        Desk.Plans = new DeployedPlan("plan.json", $$"""{"defaults": {{rules}} }""");
        Desk.Restart();
    }

    public DeskHarness Desk { get; } = new();

    /// <summary>A card is approved at 3.00 and filled at 3.05, two contracts; nothing is compared yet.</summary>
    public static async Task<OverrideBench> ApprovedAsync()
    {
        var bench = new OverrideBench();
        var button = await bench.AskAsync("Close now");
        bench.Desk.Broker.PriceFills(Contracts.Goog, 3.05m);
        await bench.Desk.PressAsync(button);
        await bench.Desk.RunUntilQuietAsync();
        return bench;
    }

    /// <summary>The rows of answers that are not compared yet.</summary>
    public async Task<IReadOnlyList<OwnerOverride>> OpenAsync() =>
        [.. (await Desk.Get<DeskLedger>().ReadableOverridesAsync([], default)).Select(row => row.Value)];

    /// <summary>All that is compared, by history.</summary>
    public async Task<IReadOnlyList<OverrideResult>> ResultsAsync() =>
        await OverrideResults.ReadAsync(Desk.Ledger, new DateOnly(2015, 12, 1), NewYork.DateOf(Desk.Now), default);

    public async Task<OverrideTotals> TotalsAsync() =>
        (await Desk.Get<DeskLedger>().FindAsync<OverrideTotals>(LedgerKeys.OverrideTotals, default))?.Value ?? OverrideTotals.None;

    /// <summary>Holds two calls at 2.00 and quotes them so that the profit rule asks.</summary>
    /// <returns>What a button of its card sends.</returns>
    public async Task<string> AskAsync(string label)
    {
        await Desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        Quote(3.00m);
        await Desk.SweepAsync(1);
        return Desk.Desk.Button(label);
    }

    /// <summary>Holds two calls at 2.00, quoted where no rule fires, and closes them by a command.</summary>
    public async Task CloseAsync(decimal price)
    {
        await Desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        Quote(price);
        await Desk.SweepAsync(1);
        await Desk.WriteAsync("/close GOOG");
        await Desk.RunUntilQuietAsync();
    }

    /// <summary>Quotes a bid, two cents below the ask; fills are at the bid.</summary>
    public void Quote(decimal bid)
    {
        Desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        Desk.Broker.PriceFills(Contracts.Goog, bid);
    }

    /// <summary>Sweeps for so many minutes: each looks at all open answers once.</summary>
    public Task LookAsync(int minutes = 2) => Desk.SweepAsync(4 * minutes);

    /// <summary>Lets so many commits pass and one go wrong.</summary>
    public void Break(int passing, CommitFault fault)
    {
        for (var i = 0; i < passing; i++)
        {
            Desk.Ledger.Faults.PassNextCommit();
        }

        Desk.Ledger.Faults.FailNextCommit(fault);
    }
}
