using System.Globalization;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/exit-rules.md says what the code does: each of its numbers stands in a table, each table is checked here.</summary>
public sealed class ExitRulesDocumentTests
{
    private const string Path = "docs/exit-rules.md";

    private static readonly DateTimeOffset Open = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<MarkdownTable> Tables = MarkdownTable.In(Path);

    [Fact]
    public void WhenProseIsRead_NumbersStandInTablesOnly() =>
        Violations.None(Prose.Numbers(RepositoryFolder.Read(Path)), "Put the number into a table that a test compares with the code.");

    [Fact]
    public void WhenTablesAreRead_EachWithDigitsIsChecked() => Violations.None(
        Tables.Where(table => table.Rows.SelectMany(row => row).Any(cell => cell.Any(char.IsAsciiDigit)))
            .Where(table => table.Header[^1] is not ("in code" or "answer" or "purpose"))
            .Select(table => string.Join(" | ", table.Header)),
        "A table with numbers ends in a column that a test reads.");

    [Fact]
    public void WhenLimitsAreRead_TheyAreThoseOfTheCode()
    {
        var rows = Tables.Where(table => table.Header[^1] == "in code").SelectMany(table => table.Rows).ToList();

        Assert.True(rows.Count >= 20);
        Violations.None(rows.SelectMany(Difference), "Document and code differ.");
    }

    [Fact]
    public void WhenExamplesAreRun_RulesAnswerAsWritten()
    {
        var rows = Tables.Single(table => table.HasHeader("side", "entry", "bid", "ask", "answer")).Rows;

        Violations.None(
            rows.Where(row => AnswerTo(row) != row[4]).Select(row => $"{string.Join(" | ", row)}: the rules answer {AnswerTo(row)}"),
            "Document and rules differ.");
    }

    [Fact]
    public void WhenConfirmationsAreRun_StopActsAsWritten()
    {
        var rows = Tables.Single(table => table.HasHeader("earlier readings", "loss", "confirmed")).Rows;

        Violations.None(
            rows.Where(row => IsConfirmed(row) != (row[2] == "yes")).Select(row => string.Join(" | ", row)),
            "Document and confirmation differ.");
    }

    [Fact]
    public void WhenPlanIsRead_ItHoldsAndDefaultsAreTheBuiltInOnes()
    {
        var json = Assert.Single(Prose.Blocks(RepositoryFolder.Read(Path), "json"));

        var book = ExitPlanFile.Read("example", json, out var problems);

        Assert.Empty(problems);
        var other = Held("MSFT261218C00500000");
        Assert.Equal(ExitPlan.Default, book!.PlanFor(other));
        Assert.Equal(Approval.Ask, book.PlanFor(Held("AAPL261218C00300000")).TakeProfit.Approval);
        Assert.Equal(0.40m, book.PlanFor(Held("GOOG151224C00750000")).StopLoss.DebitLoss);
    }

    [Theory]
    [InlineData("Loss", "0.30", "StopLossPlan.DebitLoss", 1)]
    [InlineData("Loss", "0.25", "StopLossPlan.DebitLoss", 0)]
    [InlineData("Loss", "0.25", "StopLossPlan.Gone", 1)]
    [InlineData("Acts", "ask", "StopLossPlan.Approval", 1)]
    [InlineData("Wait", "61 s", "Confirmation.AfterOpen", 1)]
    [InlineData("Wait", "1 min", "Confirmation.AfterOpen", 0)]
    public void WhenNumberDiffers_ItIsReported(string what, string value, string name, int expected) =>
        Assert.Equal(expected, Difference([what, value, $"`{name}`"]).Count());

    [Theory]
    [InlineData("A stop needs 2 readings.", 1)]
    [InlineData("A stop needs two readings.", 1)]
    [InlineData("| 2 | readings |", 0)]
    [InlineData("See `Confirmation2`.", 0)]
    public void WhenProseNamesANumber_ItIsReported(string line, int expected) => Assert.Equal(expected, Prose.Numbers(line).Count());

    private static IEnumerable<string> Difference(IReadOnlyList<string> row)
    {
        var name = row[2].Trim('`');
        return ValueInCode.Find(name) switch
        {
            null => [$"{name} is not in the code"],
            var value when !value.Equals(ValueInCode.Read(row[1], value.GetType())) => [$"{row[0]}: {row[1]}, in code {name} is {value}"],
            _ => [],
        };
    }

    [Fact]
    public void WhenStructuresAreRead_TheirRulesAreThoseOfTheCode()
    {
        var rows = Tables.Single(table => table.HasHeader("structure", "rules that run", "built-in")).Rows;

        Assert.Equal(Enum.GetValues<StructureKind>().Length + 3, rows.Count);
        Violations.None(rows.Where(row => row[1] != RulesOf(row)).Select(row => $"{row[0]}: in code {RulesOf(row)}"), "Document and code differ.");
    }

    [Fact]
    public void WhenPresetsAreRead_EachIsThereWithItsPurposeAndALinkToItsValues() => Assert.Equal(
        ExitPresets.All.Select(preset => ($"[`{preset.Name}`](exit-plans.md#{preset.Name})", preset.Purpose)),
        Tables.Single(table => table.HasHeader("preset", "purpose")).Rows.Select(row => (row[0], row[1])));

    [Fact]
    public void WhenRulesAreRead_EachIsThereInItsOrder() => Assert.Equal(
        Enum.GetValues<ExitReason>().Where(rule => rule != ExitReason.OwnerRequest).Select(rule => $"`{rule}`"),
        Tables.Single(table => table.HasHeader("rule", "fires when", "needs a quote")).Rows.Select(row => row[0]));

    private static string RulesOf(IReadOnlyList<string> row)
    {
        var words = row[0].Split(", ");
        var plan = ExitPlanDefaults.For(Enum.Parse<StructureKind>(words[0].Trim('`')), words is [_, "sold"]);
        var rules = Enum.GetValues<ExitReason>().Where(rule => plan.PlanOf(rule) is { Enabled: true });
        return string.Join(", ", rules) is { Length: > 0 } names ? names : "none";
    }

    private static Domain.Positions.Position Held(string symbol) => new(
        "id", new Structure(StructureKind.LongOption, [new PositionLeg(symbol, 1, 1, 100)], 1), Open,
        Domain.Positions.PositionStatus.Open, Domain.Positions.Management.Managed);

    private static string AnswerTo(IReadOnlyList<string> row)
    {
        var isLong = row[0] == "long";
        var entry = Number(row[1])!.Value;
        var quote = new Quote(Number(row[2]), Number(row[3]), Open.AddHours(1));
        var quality = QuoteJudge.Judge(quote, quote.At, Open, underlyingMoved: 0);
        var snapshot = (isLong
            ? new PositionSnapshot(entry, quote.Bid, quote.Mid, quality)
            : new PositionSnapshot(-entry, -quote.Ask, -quote.Mid, quality)) with
        {
            Timing = new TimingFacts(quote.At, new TimeOnly(10, 30), Open.AddHours(6.5), Open.AddHours(6.5), 42, 60, 50, 71, 11, 3_000),
        };
        return Answer(ExitPolicy.Decide(
            snapshot, ExitPlanDefaults.For(isLong ? StructureKind.LongOption : StructureKind.CashSecuredPut), DecisionContext.Plain));
    }

    private static string Answer(ExitDecision decision) => decision.Kind == DecisionKind.Close
        ? decision.Reason == ExitReason.StopLoss ? "stop loss" : "take profit"
        : decision.Kind.ToString().ToLowerInvariant();

    private static bool IsConfirmed(IReadOnlyList<string> row)
    {
        var sweep = TimeSpan.FromSeconds(15);
        var now = Open.AddHours(1);
        var words = row[0] == "–" ? [] : row[0].Split(", ");
        var earlier = words.Select((word, index) => new Evaluation(
            now - ((words.Length - index) * sweep), DecisionKind.Hold, null, null, null, QuoteQuality.Usable,
            word switch { "fired" => true, "held" => false, "undecided" => null, _ => throw new FormatException(word) }));
        var moment = new MarketMoment(now, IsOpen: true, Open.AddDays(3), new Session(new DateOnly(2026, 11, 20), Open, Open.AddHours(6.5)));
        return Confirmation.IsConfirmed([.. earlier], moment, deep: row[1] == "deep", zeroBid: row[1] == "zero bid");
    }

    private static decimal? Number(string cell) => cell == "–" ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
}
