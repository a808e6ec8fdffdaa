using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>What holds for spreads over many sweeps, each 15 seconds after the other: each leg has a market of its own.</summary>
public sealed class SpreadSequenceTests
{
    private static readonly Structure Sold = SamplePositions.PutCreditSpread();

    // The same strikes the other way round: bought for 1.20.
    private static readonly Structure Bought = new(
        StructureKind.VerticalDebit, [new PositionLeg("XYZ261218P00095000", -1, 0.80m, 100), new PositionLeg("XYZ261218P00100000", 1, 2.00m, 100)], 2);

    private static readonly ExitPlan Plan = new()
    {
        TrailingStop = new TrailingStopPlan { Enabled = true },
        AssignmentRisk = new AssignmentRiskPlan { Enabled = false },
    };

    private static readonly (decimal Bid, decimal Ask)[] Calm = [(0.80m, 0.85m), (2.00m, 2.05m)];

    // Bid and spread of each leg, in cents: lower strike first.
    private static Gen<(decimal Bid, decimal Ask)[]> Markets((int Low, int High) lower, (int Low, int High) upper, int widest) =>
        from one in Gen.Choose(lower.Low, lower.High)
        from oneWide in Gen.Choose(1, widest)
        from other in Gen.Choose(upper.Low, upper.High)
        from otherWide in Gen.Choose(1, widest)
        select new[] { (one / 100m, (one + oneWide) / 100m), (other / 100m, (other + otherWide) / 100m) };

    private static List<Appraisal> Sweep(Structure structure, IEnumerable<(decimal Bid, decimal Ask)[]> markets, DateTimeOffset from, ExitPlan? plan = null)
    {
        var position = new Position("id", structure, SampleSession.OpenAt, PositionStatus.Open, Management.Managed);
        var (mark, seen) = (PositionMark.None("id"), new List<Appraisal>());
        foreach (var legs in markets)
        {
            var now = from.AddSeconds(15 * seen.Count);
            seen.Add(Appraiser.Appraise(
                position, plan ?? Plan, mark, [.. legs.Select(leg => new LegQuote(new Quote(leg.Bid, leg.Ask, now)))],
                new ExitFacts(default, Snapshots.Timing with { Now = now }), SampleSession.At(now)));
            mark = seen[^1].Mark;
        }

        return seen;
    }

    private static decimal Mid((decimal Bid, decimal Ask) leg) => (leg.Bid + leg.Ask) / 2;

    private static bool IsStop(Appraisal appraisal) =>
        appraisal.Decision is { Kind: DecisionKind.Close, Reason: ExitReason.StopLoss or ExitReason.TrailingStop };

    [Fact]
    public void WhenACrashWidensBothLegs_TheSoldSpreadStopsWithinTwelveSweeps() => Prop.ForAll(
        Markets((0, 400), (300, 1_500), 900).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (crash, calm) =>
            Mid(crash[1]) - Mid(crash[0]) < 3.60m // 1.20 × (1 + 2): cheaper than its stop
            || Sweep(Sold, Enumerable.Repeat(Calm, calm).Concat(Enumerable.Repeat(crash, 12)), SampleSession.Noon).Any(IsStop))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WhenARallyWidensBothLegs_TheBoughtSpreadStopsWithinTwelveSweeps() => Prop.ForAll(
        Markets((0, 60), (0, 120), 300).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (rally, calm) =>
            Mid(rally[1]) - Mid(rally[0]) > 0.90m // 1.20 × (1 − 0.25)
            || Sweep(Bought, Enumerable.Repeat(Calm, calm).Concat(Enumerable.Repeat(rally, 12)), SampleSession.Noon).Any(IsStop))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneWildPrintComesAtTheOpen_NoSpreadStops() => Prop.ForAll(
        Markets((0, 80), (200, 1_500), 900).ToArbitrary(), Markets((80, 400), (0, 200), 300).ToArbitrary(),
        (from at in Gen.Choose(0, 8) from second in Gen.Choose(0, 60) from legs in Gen.Choose(1, 3) select (at, second, legs)).ToArbitrary(),
        (dear, cheap, wild) =>
        {
            // One leg or both are printed against the position.
            bool Holds(Structure structure, (decimal Bid, decimal Ask)[] print) => !Sweep(
                structure,
                Enumerable.Range(0, 12).Select(i => i == wild.at ? [(wild.legs & 1) != 0 ? print[0] : Calm[0], (wild.legs & 2) != 0 ? print[1] : Calm[1]] : Calm),
                SampleSession.OpenAt.AddSeconds(wild.second)).Any(IsStop);
            return Holds(Sold, dear) && Holds(Bought, cheap);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneWildPrintComesInItsFavour_NoSpreadStops() => Prop.ForAll(
        Markets((80, 400), (0, 200), 300).ToArbitrary(), Markets((0, 80), (200, 1_500), 900).ToArbitrary(),
        (from at in Gen.Choose(0, 12) from second in Gen.Choose(0, 90) from legs in Gen.Choose(1, 3) select (at, second, legs)).ToArbitrary(),
        (cheap, dear, wild) =>
        {
            // Profit is taken at once: without that rule nothing hides what the best became.
            bool Holds(Structure structure, (decimal Bid, decimal Ask)[] print) => !Sweep(
                structure,
                Enumerable.Range(0, 14).Select(i => i == wild.at ? [(wild.legs & 1) != 0 ? print[0] : Calm[0], (wild.legs & 2) != 0 ? print[1] : Calm[1]] : Calm),
                SampleSession.OpenAt.AddSeconds(wild.second), Plan with { TakeProfit = new TakeProfitPlan { Enabled = false } }).Any(IsStop);
            return Holds(Sold, cheap) && Holds(Bought, dear);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneLegIsNotQuoted_NothingIsDecidedAndNothingForgotten()
    {
        var seen = Sweep(Sold, [Calm, Calm, [(0.80m, 0.85m), (5.00m, 5.05m)]], SampleSession.Noon)[^1];
        var dark = Appraiser.Appraise(
            new Position("id", Sold, SampleSession.OpenAt, PositionStatus.Open, Management.Managed), Plan, seen.Mark,
            [default, new LegQuote(new Quote(5.00m, 5.05m, SampleSession.Noon.AddSeconds(45)))],
            new ExitFacts(default, Snapshots.Timing), SampleSession.Later(45));

        Assert.Equal((DecisionKind.Hold, true), (seen.Decision.Kind, seen.Unconfirmed));
        Assert.Equal((DecisionKind.Undecided, true), (dark.Decision.Kind, dark.Mark.Evaluations.Any(evaluation => evaluation.StopAgreed == true)));
        Assert.NotNull(seen.Mark.Worst);
        Assert.Equal(seen.Mark.Worst, dark.Mark.Worst);
    }
}
