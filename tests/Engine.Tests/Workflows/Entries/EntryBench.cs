using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

/// <summary>A desk that takes recommendations for GOOG calls, quoted at 1.45 / 1.55 with money enough.</summary>
internal static class EntryBench
{
    public const string Goog = Recommendations.Goog;

    /// <summary>A strategy, notes and a stop at 30 %.</summary>
    public const string WithPlan = """, "strategy": "swing", "notes": "breakout <1>", "exitPlan": { "stopLoss": { "debitLoss": 0.3 } } """;

    public static DeskHarness Desk(EntryApproval approval = EntryApproval.Act, Func<EntrySettings, EntrySettings>? with = null)
    {
        var settings = EntrySettings.Default with { Approvals = new Dictionary<EntryAction, EntryApproval> { [EntryAction.BuyCall] = approval } };
        var desk = new DeskHarness
        {
            Entries = with?.Invoke(settings) ?? settings,
            Options = new DeskOptions("paper", Domain.Sessions.TradingMode.Active, Management.Watched),
        };
        desk.Restart();
        desk.Market.Quote(Goog, 1.45m, 1.55m);
        (desk.Market.BuyingPower, desk.Market.Cash, desk.Market.Equity) = (10_000, 10_000, 10_000);
        return desk;
    }

    /// <summary>Takes a recommendation and does all that is due at once.</summary>
    public static async Task<DispatchOutcome> TakeAsync(this DeskHarness desk, string json)
    {
        var outcome = await desk.Get<Dispatcher>().SubmitAsync(json, "test", CancellationToken.None);
        await desk.DrainAsync();
        return outcome;
    }

    public static async Task<PositionEntry> EntryAsync(this DeskHarness desk) => Assert.Single(await desk.EntriesAsync());

    /// <summary>The one opening order, as the broker has it.</summary>
    public static Order Order(this DeskHarness desk) => Assert.Single(desk.Broker.Orders, order => order.ClientOrderId.StartsWith("xe-", StringComparison.Ordinal));

    /// <summary>Fills a part of it at its limit.</summary>
    public static void Fill(this DeskHarness desk, decimal quantity, decimal price = 1.50m) => desk.Broker.Execute(desk.Order().Id, quantity, price);
}
