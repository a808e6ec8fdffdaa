using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Run;

public sealed class RandomKillsTests
{
    private const int Calls = 8;

    private readonly Timetable _timetable = Timetable.Of(FirstDay.Create(1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(500)]
    public void WhenADayIsPlayed_SoManyAreKilledWhateverTheSeed(int count)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.Equal(count, Play(count, seed).Count);
        }
    }

    [Fact]
    public void WhenTheSeedIsTheSame_TheKillsAreTheSame()
    {
        Assert.Equal(Play(50, 7), Play(50, 7));
        Assert.NotEqual(Play(50, 7), Play(50, 8));
    }

    [Fact]
    public void WhenAnOrderIsTaken_EveryOtherOneIsFollowedByAKillWithinAFewCalls()
    {
        var struck = 0;
        for (var seed = 1; seed <= 400; seed++)
        {
            var (kills, calls) = (0, 0);
            var random = new RandomKills(1, seed, _timetable, () => true, _ => kills++);
            random.OnOrder();
            while (kills == 0 && calls++ < 14)
            {
                random.OnPassing();
            }

            struck += kills;
        }

        Assert.InRange(struck, 160, 240);
    }

    [Fact]
    public void WhenAFunctionAppIsJustStarting_TheFuseWaits()
    {
        var (isReady, kills) = (false, 0);
        var random = new RandomKills(500, 1, _timetable, () => isReady, _ => kills++);
        for (var call = 0; call < 100; call++)
        {
            random.OnOrder();
            random.OnPassing();
        }

        Assert.Equal(0, kills);
        isReady = true;
        for (var call = 0; call < 14; call++)
        {
            random.OnPassing();
        }

        Assert.Equal(1, kills);
    }

    // A kill is told by the number of its sweep and of the call in it.
    private List<(int Sweep, int Call)> Play(int count, int seed)
    {
        var (kills, now) = (new List<(int Sweep, int Call)>(), (Sweep: 0, Call: 0));
        var random = new RandomKills(count, seed, _timetable, () => true, _ => kills.Add(now));
        for (var sweep = 0; sweep < _timetable.CountOf(Schedule.Sweep); sweep++)
        {
            random.OnSweep();
            for (var call = 0; call < Calls; call++)
            {
                now = (sweep, call);
                random.OnPassing();
            }
        }

        return kills;
    }
}
