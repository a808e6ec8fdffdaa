using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>What holds over many sweeps, each 15 seconds after the other.</summary>
public sealed class AppraisedSequenceTests
{
    private static readonly Position Held = SamplePositions.Option();

    private static readonly ExitPlan Trailing = ExitPlan.Default with { TrailingStop = new TrailingStopPlan { Enabled = true } };

    // Beside it nothing fires on the way up.
    private static readonly ExitPlan OnlyTrailing = Trailing with { TakeProfit = new TakeProfitPlan { Enabled = false } };

    private static List<Appraisal> Sweep(IEnumerable<(decimal Bid, decimal Ask)> quotes, DateTimeOffset from, ExitPlan? plan = null, Position? position = null)
    {
        var (mark, appraisals) = (PositionMark.None(Held.Id), new List<Appraisal>());
        foreach (var (bid, ask) in quotes)
        {
            var now = from.AddSeconds(15 * appraisals.Count);
            appraisals.Add(Appraiser.Appraise(
                position ?? Held, plan ?? ExitPlan.Default, mark, [new LegQuote(new Quote(bid, ask, now))],
                new ExitFacts(default, Snapshots.Timing with { Now = now }), SampleSession.At(now)));
            mark = appraisals[^1].Mark;
        }

        return appraisals;
    }

    [Fact]
    public void WhenACrashWidensTheMarket_TheStopFiresWithinTwelveSweeps() => Prop.ForAll(
        (from bid in Gen.Choose(0, 60) from ask in Gen.Choose(61, 220) from calm in Gen.Choose(0, 4) select (bid / 100m, ask / 100m, calm)).ToArbitrary(),
        crash =>
        {
            var (bid, ask, calm) = crash;
            return (bid + ask) / 2 > 1.50m
                || Sweep(Enumerable.Repeat((2.00m, 2.05m), calm).Concat(Enumerable.Repeat((bid, ask), 12)), SampleSession.Noon)
                    .Any(appraisal => appraisal.Decision is { Kind: DecisionKind.Close, Reason: ExitReason.StopLoss });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneWildPrintComesAtTheOpen_NoStopFires() => Prop.ForAll(
        (from bid in Gen.Choose(0, 150) from at in Gen.Choose(0, 8) from second in Gen.Choose(0, 60) select (bid / 100m, at, second)).ToArbitrary(),
        wild => Sweep(
            Enumerable.Range(0, 12).Select(i => i == wild.at ? (wild.Item1, wild.Item1 + 0.05m) : (2.00m, 2.05m)),
            SampleSession.OpenAt.AddSeconds(wild.second), Trailing).All(appraisal => appraisal.Decision.Kind != DecisionKind.Close)).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneWildPrintComesAnywhere_NoTrailingStopFires() => Prop.ForAll(
        (from level in Gen.Choose(200, 300)
         from bid in Gen.Choose(0, 900)
         from at in Gen.Choose(0, 24)
         from second in Gen.Choose(0, 90)
         select (level / 100m, bid / 100m, at, second)).ToArbitrary(),
        wild => Sweep(
            // All but a cent of what may be given back.
            Enumerable.Range(0, 24).Select(i => i == wild.at ? wild.Item2 : i < 12 ? wild.Item1 : wild.Item1 - 0.29m).Select(bid => (bid, bid + 0.05m)),
            SampleSession.OpenAt.AddSeconds(wild.second), OnlyTrailing)
            .All(appraisal => appraisal.Decision.Reason is not (ExitReason.TrailingStop or ExitReason.StopLoss))).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenAPeakStandsForTwoReadings_ItCountsInFull() => Prop.ForAll(
        (from peak in Gen.Choose(250, 900) from calm in Gen.Choose(0, 12) from given in Gen.Elements(29, 30) select (peak / 100m, calm, given)).ToArbitrary(),
        top => Sweep(
            Enumerable.Repeat(2.00m, top.calm).Concat([top.Item1, top.Item1]).Concat(Enumerable.Repeat(top.Item1 - top.given / 100m, 2)).Select(bid => (bid, bid + 0.05m)),
            SampleSession.Noon, OnlyTrailing)[^1].Decision.Reason == (top.given == 30 ? ExitReason.TrailingStop : null)).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenATrailingStopFires_TheSecondReadingCloses()
    {
        var seen = Sweep([(2.60m, 2.65m), (2.60m, 2.65m), (2.30m, 2.35m), (2.30m, 2.35m)], SampleSession.Noon, Trailing);

        Assert.Equal((DecisionKind.Hold, true), (seen[2].Decision.Kind, seen[2].Unconfirmed));
        Assert.Equal((ExitReason.TrailingStop, Urgency.Fast, false), (seen[3].Decision.Reason, seen[3].Decision.Urgency, seen[3].Unconfirmed));
        Assert.Equal([false, true, true], seen[3].Mark.Evaluations.Select(evaluation => evaluation.TrailingAgreed));
        Assert.All(seen[3].Mark.Evaluations, evaluation => Assert.False(evaluation.StopAgreed));
    }

    [Fact]
    public void WhenQuotesAreUsable_TheBestAndTheWorstAreKept()
    {
        var mark = Sweep([(2.00m, 2.05m), (2.70m, 2.75m), (2.60m, 2.65m), (1.70m, 1.75m), (1.80m, 1.85m), (0.20m, 5.00m), (2.10m, 2.15m)], SampleSession.Noon)[^1].Mark;

        Assert.Equal(new WaterMark(2.60m, SampleSession.Noon.AddSeconds(15)), mark.Best);
        Assert.Equal(new WaterMark(1.80m, SampleSession.Noon.AddSeconds(45)), mark.Worst);
    }

    [Fact]
    public void WhenANightPasses_TheBestIsKept()
    {
        var night = PositionMark.None(Held.Id) with { Best = new WaterMark(2.60m, SampleSession.CloseAt.AddDays(-1)) };

        var morning = Appraiser.Appraise(
            Held, Trailing, night, [new LegQuote(new Quote(2.00m, 2.05m, SampleSession.Noon))], new ExitFacts(default, Snapshots.Timing), SampleSession.Later(0));

        Assert.Equal(2.60m, morning.Mark.Best!.Value);
        Assert.True(morning.Unconfirmed);
    }

    [Fact]
    public void WhenTheOwnerSilencedTheLadder_ItStillCloses()
    {
        var silenced = Held with { Silences = [new Silence(ExitReason.ExerciseRisk, SampleSession.CloseAt)] };
        var facts = new ExitFacts(default, Snapshots.Timing, Ladder: new LadderDemand(Urgency.Fast, 0.01m, 0));

        var decision = Appraiser.Appraise(silenced, ExitPlan.Default, PositionMark.None("id"), [default], facts, SampleSession.Later(0)).Decision;

        Assert.Equal((ExitReason.ExerciseRisk, Urgency.Fast), (decision.Reason, decision.Urgency));
    }

    [Fact]
    public void WhenTheDeskIsInEmergency_EverythingClosesWithoutAQuote()
    {
        var facts = new ExitFacts(default, Snapshots.Timing, IsEmergency: true);

        var decision = Appraiser.Appraise(Held, ExitPlan.Off, PositionMark.None("id"), [default], facts, SampleSession.Later(0)).Decision;

        Assert.Equal((ExitReason.Emergency, Urgency.Immediate), (decision.Reason, decision.Urgency));
    }

    [Fact]
    public void WhenARuleGaveUp_ItIsSilent()
    {
        var facts = new ExitFacts(default, Snapshots.Timing, GivenUp: RuleSet.None.With(ExitReason.TakeProfit));

        Assert.Equal(ExitDecision.Hold, Appraiser.Appraise(
            Held, ExitPlan.Default, PositionMark.None("id"), [new LegQuote(new Quote(3, 3.05m, SampleSession.Noon))], facts, SampleSession.Later(0)).Decision);
    }
}
