using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Structures;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans;

public sealed class PlanMergeTests
{
    private const string Loss = "stopLoss.debitLoss";
    private const string Contract = "AAPL261218C00230000";

    private static readonly PlanSubject Call = new(StructureKind.LongOption, false, "AAPL-1", "AAPL", [Contract], "swing");
    private static readonly PlanSubject Spread = new(StructureKind.VerticalCredit, true, "XYZ-1", "XYZ", ["XYZ261218P00095000", "XYZ261218P00100000"], null);

    private static readonly PlanPlace Structure = new(PlanScope.Structure, "LongOption");
    private static readonly PlanPlace Strategy = new(PlanScope.Strategy, "swing");
    private static readonly PlanPlace Symbol = new(PlanScope.Underlying, "AAPL");
    private static readonly PlanPlace Occ = new(PlanScope.Contract, Contract);
    private static readonly PlanPlace Position = new(PlanScope.Position, "AAPL-1");

    public static TheoryData<int> Depths => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Depths))]
    public void WhenSeveralSectionsSpeak_TheNearestWins(int depth)
    {
        PlanPlace[] places = [PlanPlace.Defaults, Structure, Strategy, Symbol, Occ, Position];
        var document = SamplePlans.Document([.. places.Take(depth).Select((place, i) => (place, Loss, $"0.{i + 1}")).Reverse()]);

        var merged = PlanMerge.Merge(Call, [document]);

        Assert.Equal(depth / 10m, merged.Plan.StopLoss.DebitLoss);
        Assert.Equal($"{places[depth - 1]}, file", merged.SourceOf(Loss));
        Assert.Equal(MergedPlan.BuiltIn, merged.SourceOf("stopLoss.creditMultiple"));
    }

    [Fact]
    public void WhenNothingIsChanged_ThePlanIsTheBuiltInOneOfItsStructure()
    {
        Assert.All(PlanSubject.Guarded, kind => Assert.Equal(ExitPlanDefaults.For(kind), PlanMerge.Merge(PlanSubject.Any(kind), []).Plan));
        Assert.Equal(ExitPlanDefaults.For(StructureKind.Straddle, true), PlanMerge.Merge(new PlanSubject(StructureKind.Straddle, true, "", "", [], null), []).Plan);
    }

    [Fact]
    public void WhenASectionNamesSomebodyElse_NothingChanges()
    {
        var document = SamplePlans.Document(
            (new PlanPlace(PlanScope.Structure, "IronCondor"), Loss, "0.1"), (new PlanPlace(PlanScope.Strategy, "wheel"), Loss, "0.1"),
            (new PlanPlace(PlanScope.Underlying, "MSFT"), Loss, "0.1"), (new PlanPlace(PlanScope.Position, "AAPL-2"), Loss, "0.1"));
        Assert.Equal(ExitPlan.Default, PlanMerge.Merge(Call, [document]).Plan);
    }

    [Fact]
    public void WhenAContractIsALegOfASpread_ItsSectionSpeaksOfTheSpread()
    {
        var document = SamplePlans.Document(new PlanPlace(PlanScope.Contract, "XYZ261218P00100000"), ("daysToExpiration.days", "14"));
        Assert.Equal(14, PlanMerge.Merge(Spread, [document]).Plan.DaysToExpiration.Days);
    }

    [Fact]
    public void WhenTheOwnerChangedIt_TheChangeBeatsTheFileInTheSameSectionAlone()
    {
        var file = SamplePlans.Document("file", Symbol, null, (Loss, "0.3"));
        Assert.Equal(0.4m, PlanMerge.Merge(Call, [file, SamplePlans.Document("/plan", Symbol, null, (Loss, "0.4"))]).Plan.StopLoss.DebitLoss);
        Assert.Equal(0.3m, PlanMerge.Merge(Call, [file, SamplePlans.Document("/plan", PlanPlace.Defaults, null, (Loss, "0.4"))]).Plan.StopLoss.DebitLoss);
    }

    [Fact]
    public void WhenAPresetIsNamed_ItLiesBelowTheValuesOfItsSection()
    {
        var merged = PlanMerge.Merge(Call, [SamplePlans.Document("file", PlanPlace.Defaults, "long-options", (Loss, "0.3"))]);
        Assert.Equal((0.3m, 1m), (merged.Plan.StopLoss.DebitLoss, merged.Plan.TakeProfit.Target));
        Assert.Equal("preset long-options (defaults, file)", merged.SourceOf(ExitPlanFields.Target));
    }

    [Fact]
    public void WhenTheOwnerTakesThePresetAway_ItIsGone()
    {
        var file = SamplePlans.Document("file", PlanPlace.Defaults, "long-options");
        Assert.Equal(ExitPlan.Default, PlanMerge.Merge(Call, [file, SamplePlans.Document("/plan", PlanPlace.Defaults, "none")]).Plan);
    }

    [Theory]
    [InlineData("1", 0.5)]
    [InlineData("0.99", 0.99)]
    public void WhenAWideTargetIsBeyondACreditsMaximum_ItSpeaksOfDebitsAlone(string target, decimal expected)
    {
        var document = SamplePlans.Document(PlanPlace.Defaults, (ExitPlanFields.Target, target), (Loss, "0.4"));
        var merged = PlanMerge.Merge(Spread, [document]);
        Assert.Equal((expected, 0.4m), (merged.Plan.TakeProfit.Target, merged.Plan.StopLoss.DebitLoss));
        Assert.Empty(merged.Refused);
    }

    [Fact]
    public void WhenSectionsContradictEachOther_TheNearerIsLeftOutWholeAndNamed()
    {
        var document = SamplePlans.Document(
            (Strategy, "trailingStop.arm", "0.1"), (Strategy, "trailingStop.giveBack", "0.1"), (Symbol, "trailingStop.giveBack", "0.12"), (Symbol, Loss, "0.4"));

        var merged = PlanMerge.Merge(Call, [document]);

        Assert.Equal((0.1m, 0.25m), (merged.Plan.TrailingStop.GiveBack, merged.Plan.StopLoss.DebitLoss));
        Assert.Equal((Symbol, "trailingStop.giveBack"), (Assert.Single(merged.Refused).Place, merged.Refused[0].Contradiction.Path));
    }

    [Theory]
    [InlineData(StructureKind.Stock)]
    [InlineData(StructureKind.Custom)]
    public void WhenStockOrCustom_AllRulesStayOff(StructureKind kind)
    {
        var document = SamplePlans.Document(PlanPlace.Defaults, ("stopLoss.enabled", "true"));
        Assert.Equal(ExitPlan.Off, PlanMerge.Merge(PlanSubject.Any(kind), [document]).Plan);
    }
}
