using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sweep;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>More positions than one core is given at a time.</summary>
public sealed class SweepAppraisalTests
{
    private const int Many = 3 * AllCores.WorthSharing;

    private static readonly DateTimeOffset Open = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);
    private static readonly Session Session = new(new DateOnly(2026, 11, 20), Open, Open.AddHours(6.5));
    private static readonly MarketMoment Noon = new(Open.AddHours(2.5), true, Open.AddDays(3), Session);

    private readonly SweepAppraisal _appraisal = new(new PositionFacts(ExitPlanBook.Default, new UnderlyingTape()), ExitPlanBook.Default);

    [Fact]
    public void WhenThereAreMany_EachIsJudgedAsItIsAlone()
    {
        var positions = Enumerable.Range(0, Many).Select(Bought).ToList();
        var view = View(positions);
        var judged = _appraisal.Judge(positions, new Dictionary<string, PositionMark>(), view, new DeskSwitches(TradingMode.Active, TradingState.Active));
        Assert.Equal(positions, judged.Select(one => one.Stored));
        Assert.Equal(Many / 3, judged.Count(one => one.Appraisal.Decision is { Kind: DecisionKind.Close, Reason: ExitReason.TakeProfit }));
        for (var i = 0; i < Many; i += 97)
        {
            var alone = Assert.Single(_appraisal.Judge([positions[i]], new Dictionary<string, PositionMark>(), view, new DeskSwitches(TradingMode.Active, TradingState.Active)));
            Assert.Equal(alone.Appraisal.Decision, judged[i].Appraisal.Decision);
            Assert.Equal(alone.Appraisal.Snapshot, judged[i].Appraisal.Snapshot);
        }
    }

    [Fact]
    public void WhenOneCannotBeJudged_AllOthersAre()
    {
        var positions = Enumerable.Range(0, Many).Select(Bought).ToList();
        var view = View(positions);
        positions[Many / 2] = new Stored<Position>(positions[Many / 2].Value with { Silences = null! }, "1");
        var judged = _appraisal.Judge(positions, new Dictionary<string, PositionMark>(), view, new DeskSwitches(TradingMode.Active, TradingState.Active));
        Assert.Equal(positions[Many / 2].Value.Id, Assert.Single(judged, one => one.Problem is not null).Position.Id);
    }

    [Fact]
    public void WhenOneThatExpiresTodayCannotBeJudged_ItsExpiryIsAssessedAllTheSame()
    {
        var expiring = new Position(
            "id", new Structure(StructureKind.LongOption, [new PositionLeg("XYZ261120C00100000", 1, 2.00m, 100)], 1), Open, PositionStatus.Open, Management.Managed)
        {
            Silences = null!,
        };
        var judged = Assert.Single(_appraisal.Judge(
            [new Stored<Position>(expiring, "1")], new Dictionary<string, PositionMark>(), View([]), new DeskSwitches(TradingMode.Active, TradingState.Active)));
        Assert.Equal((true, true), (judged.Problem is not null, judged.Assessment.IsExpiring));
    }

    private static Stored<Position> Bought(int number) => new(
        new Position(
            $"position-{number}", new Structure(StructureKind.LongOption, [new PositionLeg(Symbol(number), 1, 2.00m, 100)], 1),
            Open, PositionStatus.Open, Management.Managed),
        "1");

    // Every third has reached its profit.
    private static MarketView View(IEnumerable<Stored<Position>> positions) => new(
        Noon, new TimeOnly(12, 0),
        positions.Select((position, number) => (position.Value.MainLeg.Symbol, Quote: number % 3 == 0 ? 3.00m : 2.00m)).ToDictionary(
            seen => seen.Symbol, seen => new OptionSnapshot(new Quote(seen.Quote, seen.Quote + 0.05m, Noon.Now), null, null, "indicative")),
        new Dictionary<string, UnderlyingPrice>(), AnnouncedDividends.None, new SessionDays([Session]));

    private static string Symbol(int number) => $"XYZ270115C{(100 + number) * 1000:D8}";
}
