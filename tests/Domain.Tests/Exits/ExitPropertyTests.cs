using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ExitPropertyTests
{
    private static readonly Gen<(decimal Entry, decimal Bid, decimal Ask, decimal More)> Markets =
        from entry in Gen.Choose(1, 3_000)
        from bid in Gen.Choose(0, 5_000)
        from spread in Gen.Choose(0, 40)
        from more in Gen.Choose(0, 1_000)
        select (entry / 100m, bid / 100m, (bid + spread) / 100m, more / 100m);

    private static Gen<int?> MaybeChoose(int low, int high) =>
        from number in Gen.Choose(low, high) from dice in Gen.Choose(0, 7) select dice == 0 ? (int?)null : number;

    private static PositionSnapshot Snapshot(decimal entry, decimal bid, decimal ask, bool isLong)
    {
        var position = SamplePositions.Option(entry, side: isLong ? Domain.Positions.PositionSide.Long : Domain.Positions.PositionSide.Short);
        LegQuote[] quotes = [new LegQuote(new Quote(bid, ask, SampleSession.Noon))];
        var market = StructureMarket.Of(position.Structure, quotes, SampleSession.Noon, SampleSession.OpenAt);
        return SnapshotBuilder.Build(
            position, quotes, market, new ExitFacts(default, Snapshots.Timing), PositionMark.None("id"), SampleSession.OpenAt, null);
    }

    [Fact]
    public void WhenTheSpreadWidens_AHoldNeverBecomesAProfit() =>
        Prop.ForAll(Markets.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (market, isLong) =>
        {
            var plan = new TakeProfitPlan();
            var before = TakeProfit.Evaluate(Snapshot(market.Entry, market.Bid, market.Ask, isLong), plan);
            var wider = TakeProfit.Evaluate(
                Snapshot(market.Entry, Math.Max(0, market.Bid - market.More), market.Ask + market.More, isLong), plan);
            return before.Kind == DecisionKind.Close || wider.Kind != DecisionKind.Close;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenAUsableQuoteMovesInOurFavour_NoStopIsTriggered() =>
        Prop.ForAll(Markets.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (market, isLong) =>
        {
            var shift = isLong ? market.More : -Math.Min(market.More, market.Bid);
            var before = Snapshot(market.Entry, market.Bid, market.Ask, isLong) with { Quality = QuoteQuality.Usable };
            var after = Snapshot(market.Entry, market.Bid + shift, market.Ask + shift, isLong) with { Quality = QuoteQuality.Usable };
            return StopLoss.Evaluate(before, new StopLossPlan()).Kind == DecisionKind.Close
                || StopLoss.Evaluate(after, new StopLossPlan()).Kind != DecisionKind.Close;
        }).QuickCheckThrowOnFailure();

    private static readonly Gen<PositionSnapshot> AnySnapshot =
        from entry in Gen.Choose(-100_000, 100_000)
        from closing in MaybeChoose(-100_000, 100_000)
        from mid in MaybeChoose(-100_000, 100_000)
        from quality in Gen.Elements(Enum.GetValues<QuoteQuality>())
        from wide in MaybeChoose(0, 300)
        from loss in MaybeChoose(1, 100_000)
        select new PositionSnapshot(
            entry / 1_000m, closing / 1_000m, mid / 1_000m, quality, wide is { } s ? TimeSpan.FromSeconds(s) : null, loss / 1_000m);

    [Fact]
    public void WhateverTheSnapshot_ADecisionIsMadeAndExplained() =>
        Prop.ForAll(AnySnapshot.ToArbitrary(), snapshot =>
        {
            var decision = ExitPolicy.Decide(snapshot, ExitPlan.Default, DecisionContext.Plain);
            var readings = ExitExplanation.Read(snapshot, ExitPlan.Default);
            return decision == ExitPolicy.Decide(snapshot, ExitPlan.Default, DecisionContext.Plain)
                && (decision.Kind == DecisionKind.Hold) == (decision.Reason is null)
                && (decision.Kind == DecisionKind.Undecided) == (decision.Why is not null)
                && (decision.Kind == DecisionKind.Hold) == readings.All(reading => reading.Decision.Kind == DecisionKind.Hold)
                && readings.Count == 11;
        }).QuickCheckThrowOnFailure();
}
