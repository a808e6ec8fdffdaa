using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.Reports;
using Xunit;

namespace ExitDesk.Simulation.Tests.Days;

public sealed class SameSeedTests
{
    [Fact]
    public void WhenADayIsPlayedTwice_ItIsTheSameByteForByte()
    {
        foreach (var seed in DaySeeds.Fixed(30))
        {
            Assert.Equal(DayRun.Play(seed).Timeline.Hash(), DayRun.Play(seed).Timeline.Hash());
        }
    }

    [Fact]
    public void WhenManyDaysArePlayedAtOnce_EachIsTheSameAsAlone()
    {
        var seeds = DaySeeds.Fixed(40).ToList();
        var together = seeds.AsParallel().AsOrdered().Select(seed => DayRun.Play(seed).Timeline.Hash()).ToList();
        Assert.Equal(seeds.Select(seed => DayRun.Play(seed).Timeline.Hash()), together);
    }

    [Fact]
    public void WhenSeedsDiffer_DaysDiffer() =>
        Assert.Distinct(DaySeeds.Fixed(40).Select(seed => DayRun.Play(seed).Timeline.Hash()));

    [Fact]
    public void WhenAPlanIsCut_ItsFirstEventsStay()
    {
        var plan = DaySeeds.Fixed(200).Select(DayPlanner.Of).First(plan => plan.Faults.Count > 3 && plan.Acts.Count > 1);
        var all = plan.Faults.Count + plan.Acts.Count;
        Assert.All(Enumerable.Range(0, all + 1), count =>
        {
            var prefix = Shrinking.Prefix(plan, count);
            Assert.Equal(count, prefix.Faults.Count + prefix.Acts.Count);
            Assert.Equal(plan.Faults.Take(prefix.Faults.Count), prefix.Faults);
            Assert.Equal(plan.Acts.Take(prefix.Acts.Count), prefix.Acts);
        });
    }
}
