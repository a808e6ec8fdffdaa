using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ExitExplanationTests
{
    private static readonly Gen<(decimal Entry, ExitPlan Plan, bool IsDebit, decimal? MaximumLoss)> Cases =
        from cents in Gen.Choose(5, 5_000)
        from loss in Gen.Choose(1, 100)
        from multiple in Gen.Choose(10, 400)
        from share in Gen.Choose(1, 100)
        from target in Gen.Choose(1, 100)
        from isDebit in Gen.Elements(true, false)
        from width in Gen.Choose(0, 2_000)
        select (cents / 100m,
            new ExitPlan
            {
                StopLoss = new StopLossPlan { DebitLoss = loss / 100m, CreditMultiple = multiple / 100m, MaximumLossShare = share / 100m },
                TakeProfit = new TakeProfitPlan { Target = target / 100m },
            },
            isDebit, isDebit || width == 0 ? (decimal?)null : width / 100m);

    private static PositionSnapshot At(decimal entry, bool isDebit, decimal price, decimal? maximumLoss) =>
        isDebit ? Snapshots.Long(entry, price) : Snapshots.Credit(entry, price, maximumLoss);

    [Fact]
    public void WhenThePriceIsAtFiresAt_TheRuleFiresAndATickBeforeItDoesNot() =>
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var readings = ExitExplanation.Read(At(sample.Entry, sample.IsDebit, sample.Entry, sample.MaximumLoss), sample.Plan);
            return readings.Where(reading => reading.Rule is ExitReason.StopLoss or ExitReason.TakeProfit).All(reading =>
            {
                var rising = sample.IsDebit == (reading.Rule == ExitReason.TakeProfit);
                var tick = rising ? -0.0001m : 0.0001m;
                RuleReading ReadAt(decimal price) => ExitExplanation
                    .Read(At(sample.Entry, sample.IsDebit, price, sample.MaximumLoss), sample.Plan)
                    .Single(other => other.Rule == reading.Rule);
                var (at, before) = (ReadAt(reading.FiresAt!.Value), ReadAt(reading.FiresAt.Value + tick));
                return at is { Decision.Kind: DecisionKind.Close, Distance: 0 }
                    && before is { Decision.Kind: DecisionKind.Hold, Distance: 0.0001m };
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenALongPositionIsRead_EachRuleNamesValueThresholdPriceAndDistance()
    {
        var readings = ExitExplanation.Read(Snapshots.Long(2, 1.80m), ExitPlan.Default);

        Assert.Equal(Enum.GetValues<ExitReason>().Where(rule => rule != ExitReason.OwnerRequest), readings.Select(reading => reading.Rule));
        Assert.Equal((-0.1m, -0.25m, 1.50m, 0.30m), (readings[2].Value, readings[2].Threshold, readings[2].FiresAt, readings[2].Distance));
        Assert.Equal((-0.1m, 0.5m, 3.00m, 1.20m), (readings[3].Value, readings[3].Threshold, readings[3].FiresAt, readings[3].Distance));
    }

    [Fact]
    public void WhenAVerticalIsRead_TheNearerLimitIsNamed()
    {
        var stop = ExitExplanation.Read(Snapshots.Credit(2, 3, 3), ExitPlan.Default)[2];

        Assert.Equal((0.5m, 1.125m, 4.25m, 1.25m), (stop.Value, stop.Threshold, stop.FiresAt, stop.Distance));
    }

    [Fact]
    public void WhenNothingIsQuoted_ThePriceIsKnownAndTheDistanceIsNot()
    {
        var stop = ExitExplanation.Read(Snapshots.Long(2, null), ExitPlan.Default)[2];

        Assert.Equal((null, 1.50m, null), (stop.Value, stop.FiresAt, stop.Distance));
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(0)]
    public void WhenTheEntryIsMeaningless_SoAreThePrices(decimal entry)
    {
        Assert.All(
            ExitExplanation.Read(Snapshots.Long(entry, 1), ExitPlan.Default),
            reading => Assert.Equal((null, null), (reading.FiresAt, reading.Distance)));
        Assert.All(ExitExplanation.Read(Snapshots.Credit(entry, 1, 1), ExitPlan.Default), reading => Assert.Null(reading.FiresAt));
    }

    [Fact]
    public void WhenMoreThanTheCreditIsWanted_NoPriceFires() =>
        Assert.Null(ExitExplanation.Read(
            Snapshots.Credit(2, 1), ExitPlan.Default with { TakeProfit = new TakeProfitPlan { Target = 1.5m } })[3].FiresAt);

    [Fact]
    public void WhenTheMarketStaysWide_TheStopIsReadOnTheMid()
    {
        var stop = ExitExplanation.Read(new PositionSnapshot(2, 0.5m, 1.9m, QuoteQuality.Wide, TimeSpan.FromMinutes(2)), ExitPlan.Default)[2];

        Assert.Equal((-0.05m, 0.40m), (stop.Value, stop.Distance));
    }
}
