using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Plans.Presets;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans.Presets;

public sealed class ExitPresetsTests
{
    public static TheoryData<string> Names => [.. ExitPresets.All.Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhenAPresetIsNamed_ItHoldsForEveryStructure(string name) =>
        Assert.Empty(PlanCheck.Problems([SamplePlans.Document("file", PlanPlace.Defaults, name)]));

    [Theory]
    [MemberData(nameof(Names))]
    public void WhenAPresetIsNamed_EachOfItsValuesIsInForce(string name)
    {
        var document = SamplePlans.Document("file", PlanPlace.Defaults, name);
        foreach (var change in ExitPresets.Find(name)!.Changes)
        {
            Assert.All(change.Kinds, kind =>
            {
                var field = ExitPlanFields.ByPath[change.Path];
                Assert.Equal(change.Value.TrimEnd('0'), field.Shape.Write(field.Read(PlanMerge.Merge(PlanSubject.Any(kind), [document]).Plan)).TrimEnd('0'));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhenAPresetIsNamed_ItChangesSomethingForEachStructureItSpeaksOf(string name) => Assert.All(
        ExitPresets.Find(name)!.Changes.SelectMany(change => change.Kinds).Distinct(),
        kind => Assert.NotEqual(
            ExitPlanDefaults.For(kind),
            PlanMerge.Merge(PlanSubject.Any(kind), [SamplePlans.Document("file", PlanPlace.Defaults, name)]).Plan));

    [Fact]
    public void WhenListed_NamesAreThoseOfTheSpecification() =>
        Assert.Equal(["long-options", "credit-spreads", "wheel", "day-trade", "zero-dte", "none"], ExitPresets.Names);
}
