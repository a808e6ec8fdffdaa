using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Engine.Plans;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>What exitdesk.schema.json allows in an editor is what the desk reads, and what it marks is what the desk refuses.</summary>
public sealed class PlanSchemaAgreementTests
{
    private static readonly string[] Good =
    [
        RepositoryFolder.Read("functions/exitdesk.json"),
        .. Prose.Blocks(RepositoryFolder.Read("docs/exit-plans.md"), "json"),
        FirstDay.Plan,
        "{}",
        """{ "preset": "none", "defaults": { "maxHold": { "limit": 1, "inTradingMinutes": true } } }""",
        """{ "defaults": { "stopLoss": { "debitLoss": 1, "creditMultiple": 0.01, "maximumLossShare": 1 } } }""",
        """{ "defaults": { "underlyingMove": { "enabled": true, "against": null, "for": 0.1 } } }""",
        """{ "symbols": { "BRK.B": { "dayTradeClose": { "latest": "09:31", "before": "90s" } } } }""",
        """{ "strategies": { "überschuss-1": {} }, "positions": { "AAPL-VerticalCredit-261218-1": { "preset": "wheel" } } }""",
        """{ "management": { "structures": { "Custom": "ignore", "Stock": "watch" } }, "account": { "lossFromPeak": { "limit": null } } }""",
        """{ "expiry": { "broadBasedEtfs": [], "margin": "0m", "cardFrom": -1, "closeFastAbove": 0 } }""",
    ];

    private static readonly string[] Bad =
    [
        "[]",
        "null",
        """{ "default": {} }""",
        """{ "stopLoss": { "debitLoss": 0.3 } }""",
        """{ "defaults": [] }""",
        """{ "defaults": null }""",
        """{ "defaults": { "preset": "wheel" } }""",
        """{ "defaults": { "stoploss": {} } }""",
        """{ "defaults": { "stopLoss": true } }""",
        """{ "defaults": { "stopLoss": { "debit": 0.3 } } }""",
        """{ "defaults": { "stopLoss": { "debitLoss": "0.3" } } }""",
        """{ "defaults": { "stopLoss": { "debitLoss": null } } }""",
        """{ "defaults": { "stopLoss": { "debitLoss": 0 } } }""",
        """{ "defaults": { "stopLoss": { "debitLoss": 1.01 } } }""",
        """{ "defaults": { "stopLoss": { "creditMultiple": -2 } } }""",
        """{ "defaults": { "stopLoss": { "enabled": "yes" } } }""",
        """{ "defaults": { "stopLoss": { "approval": "Act" } } }""",
        """{ "defaults": { "stopLoss": { "urgency": "now" } } }""",
        """{ "defaults": { "exerciseRisk": { "urgency": "fast" } } }""",
        """{ "defaults": { "daysToExpiration": { "days": 21.5 } } }""",
        """{ "defaults": { "daysToExpiration": { "days": -1 } } }""",
        """{ "defaults": { "maxHold": { "limit": 0 } } }""",
        """{ "defaults": { "maxHold": { "patience": "30" } } }""",
        """{ "defaults": { "maxHold": { "patience": 30 } } }""",
        """{ "defaults": { "maxHold": { "patience": "1h30m" } } }""",
        """{ "defaults": { "dayTradeClose": { "latest": "25:00" } } }""",
        """{ "defaults": { "dayTradeClose": { "latest": "3:55 pm" } } }""",
        """{ "preset": "wheels" }""",
        """{ "structures": { "Stock": {} } }""",
        """{ "structures": { "longOption": {} } }""",
        """{ "structures": { "LongOption": { "preset": null } } }""",
        """{ "strategies": { "day trade": {} } }""",
        """{ "strategies": { "": {} } }""",
        """{ "symbols": { "aapl": {} } }""",
        """{ "symbols": { "AAPL": { "rules": {} } } }""",
        """{ "positions": { "": {} } }""",
        """{ "management": "watch" }""",
        """{ "management": { "default": "manages" } }""",
        """{ "management": { "symbols": { "aapl": "watch" } } }""",
        """{ "management": { "structures": { "Spread": "watch" } } }""",
        """{ "management": { "accounts": {} } }""",
        """{ "expiry": { "margin": "-15m" } }""",
        """{ "expiry": { "rungs": 3 } }""",
        """{ "expiry": { "broadBasedEtfs": "SPY" } }""",
        """{ "expiry": { "broadBasedEtfs": [ "spy" ] } }""",
        """{ "expiry": { "nearestThreshold": 0 } }""",
        """{ "account": { "maximumDailyLoss": 2000 } }""",
        """{ "account": { "maximumDailyLoss": { "limit": 0 } } }""",
        """{ "account": { "lossFromPeak": { "limit": 0.1, "action": "close" } } }""",
    ];

    // Each for itself is as the schema says: what they mean together, only the reader knows.
    private static readonly string[] Contradictory =
    [
        """{ "defaults": { "trailingStop": { "enabled": true, "arm": 0.1, "giveBack": 0.2 } } }""",
        """{ "structures": { "VerticalCredit": { "takeProfit": { "target": 1.5 } } } }""",
        """{ "defaults": { "underlyingMove": { "enabled": true, "against": null, "for": null } } }""",
        """{ "expiry": { "watchFrom": "2m", "closeFastFrom": "5m" } }""",
        """{ "defaults": { "maxHold": { "patience": "0m" } } }""",
    ];

    [SkippableFact]
    public async Task WhenAPlanIsGood_TheSchemaAllowsItAndTheDeskReadsIt()
    {
        var answers = await SchemaValidator.ValidateAsync(Good, SchemaValidator.Plans);

        Assert.All(Good.Zip(answers), one => Assert.Equal((one.First, "", ""), (one.First, one.Second, Problems(one.First))));
    }

    [SkippableFact]
    public async Task WhenAPlanIsBad_TheSchemaMarksItAndTheDeskRefusesIt()
    {
        var answers = await SchemaValidator.ValidateAsync(Bad, SchemaValidator.Plans);

        Assert.All(Bad.Zip(answers), one => Assert.True(
            one.Second.Length > 0 && Problems(one.First).Length > 0, $"{one.First}\nschema: {one.Second}\ndesk: {Problems(one.First)}"));
    }

    [SkippableFact]
    public async Task WhenAPlanContradictsItself_OnlyTheDeskCanTell()
    {
        var answers = await SchemaValidator.ValidateAsync(Contradictory, SchemaValidator.Plans);

        Assert.All(Contradictory.Zip(answers), one => Assert.True(
            one.Second.Length == 0 && Problems(one.First).Length > 0, $"{one.First}\nschema: {one.Second}\ndesk: {Problems(one.First)}"));
    }

    private static string Problems(string json)
    {
        ExitPlanFile.ReadDocument("plan", json, [], out var problems);
        return string.Join('\n', problems);
    }
}
