using ExitDesk.Domain.Account;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using Xunit;

namespace ExitDesk.Engine.Tests.Plans;

public sealed class ExitPlanFileTests
{
    [Fact]
    public void WhenSeveralThingsAreWrong_EachIsNamedByItsLineAndPathAndNothingIsTaken()
    {
        var book = ExitPlanFile.Read(
            "plan.json",
            """
            {
              "defaults": {
                "stopLoss": { "debitLoss": 25, "aproval": "act" }
              },
              "symbols": {
                "GOOG": { "takeProfit": { "target": "half" } },
                "SPY": 3
              },
              "presett": "wheel",
              "preset": "weel",
              "structures": { "IronCondo": {}, "Stock": {} }
            }
            """,
            out var problems);
        Assert.Null(book);
        string[] expected =
        [
            "plan.json:3 $.defaults.stopLoss.debitLoss: a number above 0 and at most 1, as a fraction (0.25 is 25 %) is expected, not 25; for 25 % write 0.25",
            "plan.json:3 $.defaults.stopLoss.aproval: unknown name; did you mean approval? ",
            "plan.json:6 $.symbols.GOOG.takeProfit.target: a number above 0 ",
            "plan.json:7 $.symbols.SPY: an object is expected, not number",
            "plan.json:9 $.presett: unknown name; did you mean preset? ",
            "plan.json:10 $.preset: \"weel\" is no preset; did you mean wheel? ",
            "plan.json:11 $.structures.IronCondo: unknown structure; did you mean IronCondor? ",
            "plan.json:11 $.structures.Stock: Stock has all rules off",
        ];
        Assert.Equal(expected.Length, problems.Count);
        Assert.All(expected.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "defaults": { "stopLoss": {\n "approval": "\ud800" } } }""", "plan.json:2 $.defaults.stopLoss.approval")]
    [InlineData("""{ "symbols": {\n\n "\udc00": {} } }""", "plan.json:3 $.symbols.?")]
    [InlineData("""{ "preset":\n "wheel", "preset": "\ud83d" }""", "plan.json:1 $.preset")]
    [InlineData("""[ "\ud800" ]""", "plan.json:1 $")]
    public void WhenATextIsHalfASurrogatePair_ItsPlaceIsNamed(string json, string place)
    {
        var text = json.Replace("\\n", "\n", StringComparison.Ordinal);

        Assert.Null(ExitPlanFile.Read("plan.json", text, out var problems));
        Assert.StartsWith($"{place}: a text holds half of a surrogate pair", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenATextIsAWholeSurrogatePair_ItIsReadLikeAnyOther()
    {
        Assert.NotNull(ExitPlanFile.Read("plan.json", """{ "strategies": { "\ud83d\ude80": {} } }""", out var problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void WhenSpellingAndSenseAreWrong_BothAreNamedAtOnce()
    {
        ExitPlanFile.Read(
            "plan.json",
            """
            {
              "defaults": {
                "takeProfits": { "target": 0.4 },
                "trailingStop": { "arm": 0.2, "giveBack": 0.3 }
              },
              "expiry": { "watchFrom": "4m", "margin": "soon" }
            }
            """,
            out var problems);
        string[] expected =
        [
            "plan.json:3 $.defaults.takeProfits: unknown name; did you mean takeProfit?",
            "plan.json:4 $.defaults.trailingStop.giveBack: a give-back of 0.3 is above arm 0.2",
            "plan.json:6 $.expiry.watchFrom: rungs are out of order",
            "plan.json:6 $.expiry.margin: a duration",
        ];
        Assert.Equal(expected.Length, problems.Count);
        Assert.All(expected, start => Assert.Contains(problems, problem => problem.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"defaults": {"trailingStop": {"arm": "0.4", "giveBack": 0.3}}}""")]
    [InlineData("""{"defaults": {"trailingStop": {"arm": -1, "giveBack": 0.3}}}""")]
    [InlineData("""{"defaults": {"takeProfit": 0.9, "trailingStop": {"enabled": true, "arm": 0.6}}}""")]
    [InlineData("""{"preset": "long-option", "defaults": {"trailingStop": {"enabled": true, "arm": 0.6}}}""")]
    [InlineData("""{"expiry": {"watchFrom": "4m", "closeFastFrom": "3 minutes"}}""")]
    [InlineData("""{"expiry": {"watchFrom": 40, "closeFastFrom": "35m"}}""")]
    public void WhenWhatCannotBeReadMayMakeItRight_OnlyThatIsNamed(string json)
    {
        ExitPlanFile.Read("plan.json", json, out var problems);
        Assert.DoesNotContain("above arm", Assert.Single(problems), StringComparison.Ordinal);
        Assert.DoesNotContain("out of order", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"preset": "weel", "defaults": {"trailingStop": {"arm": 0.2, "giveBack": 0.3}}}""")]
    [InlineData("""{"symbols": {"AAPL": {"trailingStop": {"arm": "x"}}, "GOOG": {"trailingStop": {"arm": 0.2, "giveBack": 0.3}}}}""")]
    public void WhenWhatCannotBeReadHasNothingToDoWithIt_BothAreNamed(string json)
    {
        ExitPlanFile.Read("plan.json", json, out var problems);
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("a give-back of 0.3 is above arm 0.2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"symbols": {"goog": {}}}""", "$.symbols.goog: symbols are written in capitals")]
    [InlineData("""{"symbols": {"GOOG ": {}}}""", "$.symbols.GOOG : symbols are written in capitals")]
    [InlineData("""{"symbols": {"GOOG": {}, "GOOG": {}}}""", "$.symbols.GOOG: stands there twice")]
    [InlineData("""{"symbols": {"BRK.B": {}, "BRKB": {}}}""", "$.symbols.BRKB: means the same as BRK.B, a share class with its dot and without; keep one of them")]
    [InlineData("""{"management": {"symbols": {"BRKB": "watch", "BRK.B": "manage"}}}""", "$.management.symbols.BRK.B: means the same as BRKB, a share class")]
    [InlineData("""{"management": {"symbols": {"GOOG": "watch", "GOOG": "manage"}}}""", "$.management.symbols.GOOG: stands there twice")]
    [InlineData("""{"defaults": {"stopLoss": {"enabled": true, "enabled": false}}}""", "$.defaults.stopLoss.enabled: stands there twice")]
    [InlineData("""{"defaults": {"debitLoss": 0.3}}""", "$.defaults.debitLoss: unknown name; it belongs into a rule: stopLoss.debitLoss")]
    [InlineData("""{"stopLoss": {"debitLoss": 0.3}}""", "$.stopLoss: unknown name; rules stand in a section, for instance in defaults")]
    [InlineData("""{"defaults": {"exerciseRisk": {"urgency": "fast"}}}""", "$.defaults.exerciseRisk.urgency: unknown name; the expiry ladder's urgency is given by the rung")]
    [InlineData("""{"defaults": {"maxHold": {"approval": "askthenact"}}}""", "$.defaults.maxHold.approval: one of act, askThenAct, ask is expected, not \"askthenact\"; did you mean askThenAct?")]
    [InlineData("""{"defaults": {"maxHold": {"patience": "0m"}}}""", "$.defaults.maxHold.patience: a duration such as 90s, 30m or 2h, from 1s to 24h is expected")]
    [InlineData("""{"defaults": {"stopLoss": {"debitLoss": null}}}""", "$.defaults.stopLoss.debitLoss: a number above 0")]
    [InlineData("""{"defaults": {"stopLoss": {"debitLoss": "0.3"}}}""", "$.defaults.stopLoss.debitLoss: a number above 0")]
    [InlineData("""{"defaults": {"trailingStop": {"arm": 0.2, "giveBack": 0.3}}}""", "$.defaults.trailingStop.giveBack: a give-back of 0.3 is above arm 0.2")]
    [InlineData("""{"structures": {"IronCondor": {"takeProfit": {"target": 1}}}}""", "$.structures.IronCondor.takeProfit.target: 1 is beyond the maximum profit")]
    [InlineData("""{"expiry": {"watchFrom": "4m"}}""", "$.expiry.watchFrom: rungs are out of order")]
    [InlineData("""{"account": {"maximumDailyLoss": {"limit": 0}}}""", "$.account.maximumDailyLoss.limit: a number above 0")]
    [InlineData("""{"account": {"lossFromPeek": {"limit": 0.1}}}""", "$.account.lossFromPeek: unknown name; did you mean lossFromPeak?")]
    [InlineData("""{"management": {"default": "managed"}}""", "$.management.default: one of manage, watch, ignore is expected")]
    [InlineData("""{"management": {"structures": {"Condor": "watch"}}}""", "$.management.structures.Condor: unknown structure; did you mean IronCondor?")]
    [InlineData("""{"strategies": {"two words": {}}}""", "$.strategies.two words: a strategy's name has no blanks")]
    [InlineData("[]", "$: an object is expected, not array")]
    public void WhenAPlanIsWrong_ItIsRefusedWithTheReason(string json, string problem)
    {
        Assert.Null(ExitPlanFile.Read("plan.json", json, out var problems));
        Assert.StartsWith($"plan.json:1 {problem}", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenNotJson_TheLineIsNamed()
    {
        Assert.Null(ExitPlanFile.Read("plan.json", "{\n  oops\n}", out var problems));
        Assert.StartsWith("plan.json:2: not valid JSON", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenEverySectionIsWritten_EachIsRead()
    {
        var document = ExitPlanFile.ReadDocument(
            "plan.json",
            """
            {
              "$schema": "exitdesk.schema.json", // where it is described
              "preset": "wheel",
              "structures": { "LongOption": { "preset": "long-options", "dayTradeClose": { "latest": "15:30", "before": "10m" } } },
              "strategies": { "swing": { "underlyingMove": { "enabled": true, "against": null, "for": 0.1 } } },
              "symbols": { "BRK.B": { "maxHold": { "limit": 90, "inTradingMinutes": true } } },
              "positions": { "AAPL-1": { "daysToExpiration": { "approval": "askThenAct", "patience": "45m", "urgency": "fast" } } },
              "management": { "default": "watch", "symbols": { "AAPL": "manage" }, "structures": { "Stock": "ignore" } },
              "expiry": { "broadBasedEtfs": ["SPY"], "margin": "20m" },
              "account": { "maximumDailyLoss": { "limit": 500, "action": "stopEntries" }, "patience": "2m" },
            }
            """,
            [],
            out var problems)!;

        Assert.Empty(problems);
        var call = PlanMerge.Merge(new PlanSubject(StructureKind.LongOption, false, "AAPL-1", "BRKB", [], "swing"), [document]).Plan;
        Assert.Equal((new TimeOnly(15, 30), TimeSpan.FromMinutes(10)), (call.DayTradeClose.Latest, call.DayTradeClose.Before));
        Assert.Equal((true, null, 0.1m), (call.UnderlyingMove.Enabled, call.UnderlyingMove.Against, call.UnderlyingMove.For));
        Assert.Equal((90, true, 0.35m), (call.MaxHold.Limit, call.MaxHold.InTradingMinutes, call.StopLoss.DebitLoss));
        Assert.Equal((Approval.AskThenAct, TimeSpan.FromMinutes(45), Urgency.Fast), (call.DaysToExpiration.Approval, call.DaysToExpiration.Patience, call.DaysToExpiration.Urgency));
        var management = PlanDocument.ManagementOf([document]);
        Assert.Equal(ManagementChoice.Manage, management.For(new PlanSubject(StructureKind.Stock, false, "", "AAPL", [], null)));
        Assert.Equal(ManagementChoice.Ignore, management.For(PlanSubject.Any(StructureKind.Stock)));
        Assert.Equal(ManagementChoice.Watch, management.For(PlanSubject.Any(StructureKind.LongOption)));
        Assert.Equal(TimeSpan.FromMinutes(20), PlanDocument.ExpiryOf([document]).Margin);
        Assert.Equal("SPY", Assert.Single(PlanDocument.ExpiryOf([document]).BroadBasedEtfs));
        Assert.Equal(new AccountLimit(500, AccountAction.StopEntries), PlanDocument.AccountOf([document]).MaximumDailyLoss);
    }

    [Fact]
    public void WhenASymbolHasItsOwn_ItChangesOnlyWhatItNames()
    {
        var book = ExitPlanFile.Read(
            "plan.json", """{"defaults": {"stopLoss": {"debitLoss": 0.3}}, "symbols": {"GOOG": {"takeProfit": {"target": 1, "approval": "ask"}}}}""", out _)!;
        var plan = book.PlanFor(Held("GOOG160115C00750000"));
        Assert.Equal((0.3m, 1m, Approval.Ask), (plan.StopLoss.DebitLoss, plan.TakeProfit.Target, plan.TakeProfit.Approval));
        Assert.Equal(0.5m, book.PlanFor(Held("AAPL160115C00110000")).TakeProfit.Target);
    }

    [Fact]
    public void WhenStockIsHeldBesideItsOptionsPlan_ItHasAllRulesOff()
    {
        var book = ExitPlanFile.Read("plan.json", """{"symbols": {"GOOG": {"stopLoss": {"enabled": true}}}}""", out _)!;
        Assert.Equal(ExitPlan.Off, book.PlanFor(Held("GOOG", StructureKind.Stock)));
    }

    [Fact]
    public void WhenAskedAgain_ThePlanIsTheSameAndTheDocumentsOfNowCount()
    {
        var book = ExitPlanBook.Default;
        var position = Held("GOOG160115C00750000");
        Assert.Same(book.PlanFor(position), book.PlanFor(position with { Closings = 1 }));
        book.Use(ExitPlanFile.ReadDocument("plan.json", """{"strategies": {"swing": {"stopLoss": {"debitLoss": 0.3}}}}""", [], out _)!);
        Assert.Equal(0.25m, book.PlanFor(position).StopLoss.DebitLoss);
        Assert.Equal(0.3m, book.PlanFor(position with { Strategy = "swing" }).StopLoss.DebitLoss);
    }

    private static Position Held(string symbol, StructureKind kind = StructureKind.LongOption) => new(
        "id", new Structure(kind, [new PositionLeg(symbol, 1, 1, kind == StructureKind.Stock ? 1 : 100)], 1), DateTimeOffset.UnixEpoch, PositionStatus.Open, Management.Managed);
}
