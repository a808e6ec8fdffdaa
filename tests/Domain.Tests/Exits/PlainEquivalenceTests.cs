using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Exits.Plain;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>What a sweep calculates quickly is what one would calculate plainly, digit by digit.</summary>
public sealed class PlainEquivalenceTests
{
    private const int Cases = 25_000;

    private static IEnumerable<(int Seed, AppraisalCase Case)> All => Enumerable.Range(0, Cases).Select(seed => (seed, new RandomCases(seed).Next()));

    [Fact]
    public void WhateverIsHeldAndQuoted_TheRulesSeeThePlainFacts() => Assert.All(All, one =>
    {
        var (position, _, mark, quotes, facts, moment) = one.Case;
        var seen = one.Case.Appraise().Snapshot;
        var market = PlainMarket.Of(position.Structure, quotes, moment.Now, SampleSession.OpenAt);

        // As text: 1.5 and 1.50 are equal numbers, but not the same ones.
        Assert.Equal(market.ToString(), StructureMarket.Of(position.Structure, quotes, moment.Now, SampleSession.OpenAt).ToString());
        Assert.Equal(
            (market.Quality, market.ClosingValue, market.MidValue, market.NetDelta, market.HasUnbidLeg, mark.Best?.Value),
            (seen.Quality, seen.ClosingValue, seen.MidValue, seen.NetDelta, seen.HasUnbidLeg, seen.BestValue));
        Assert.Equal(
            PlainMarket.Assignment(position.Structure, quotes, facts, facts.Timing.Now, SampleSession.OpenAt).ToString(), seen.Assignment.ToString());
    });

    [Fact]
    public void WhateverThePlan_TheDecisionIsThePlainOne()
    {
        var kinds = new Dictionary<(DecisionKind, ExitReason?), int>();
        Assert.All(All, one =>
        {
            var (position, plan, _, _, facts, moment) = one.Case;
            var appraisal = one.Case.Appraise();
            var snapshot = appraisal.Snapshot;
            var (stop, trailing) = (StopLoss.Evaluate(snapshot, plan.StopLoss), TrailingStop.Evaluate(snapshot, plan.TrailingStop));
            var byOwner = position.SilencedRules(moment.Now).Without(ExitReason.ExerciseRisk);
            var silenced = (StopLoss.IsDeep(stop) ? byOwner.Without(ExitReason.StopLoss) : byOwner).With(facts.GivenUp);

            // Nothing was seen before: a stop that fires waits for its second reading.
            var waiting = stop.Kind == DecisionKind.Close ? silenced.With(ExitReason.StopLoss) : silenced;
            waiting = trailing.Kind == DecisionKind.Close ? waiting.With(ExitReason.TrailingStop) : waiting;

            Assert.Equal(
                PlainPolicy.Decide(snapshot, plan, facts.IsEmergency, silenced).ToString(),
                ExitPolicy.Decide(snapshot, plan, new DecisionContext(facts.IsEmergency, silenced)).ToString());
            Assert.Equal(PlainPolicy.Decide(snapshot, plan, facts.IsEmergency, waiting).ToString(), appraisal.Decision.ToString());
            var kind = (appraisal.Decision.Kind, appraisal.Decision.Reason);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        });

        // The cases are worth something: all rules but the stops, which wait, decide some of them.
        Assert.All(
            Enum.GetValues<ExitReason>().Except([ExitReason.OwnerRequest, ExitReason.StopLoss, ExitReason.TrailingStop]),
            rule => Assert.InRange(kinds.GetValueOrDefault((DecisionKind.Close, rule)), 20, Cases));
        Assert.InRange(kinds[(DecisionKind.Hold, null)], Cases / 20, Cases);
    }

    [Fact]
    public void WhenTheLegsComeInAnotherOrder_TheDecisionIsTheSame() => Assert.All(All.Where(one => one.Case.Quotes.Length > 1), one =>
    {
        var (position, structure) = (one.Case.Position, one.Case.Position.Structure);
        var turned = one.Case with
        {
            Position = position with { Structure = new(structure.Kind, [.. structure.Legs.Reverse()], structure.Units) },
            Quotes = [.. one.Case.Quotes.Reverse()],
        };

        var (straight, reversed) = (one.Case.Appraise(), turned.Appraise());
        Assert.Equal((straight.Snapshot, straight.Decision, straight.Unconfirmed), (reversed.Snapshot, reversed.Decision, reversed.Unconfirmed));
    });

    [Fact]
    public void WhenThePositionsComeInAnotherOrder_EachDecisionIsTheSame()
    {
        var cases = All.Take(2_000).Select(one => one.Case).ToList();
        var straight = cases.Select(one => one.Appraise()).ToList();
        var reversed = cases.AsEnumerable().Reverse().Select(one => one.Appraise()).Reverse().ToList();

        Assert.Equal(straight.Select(one => (one.Snapshot, one.Decision)), reversed.Select(one => (one.Snapshot, one.Decision)));
    }
}
