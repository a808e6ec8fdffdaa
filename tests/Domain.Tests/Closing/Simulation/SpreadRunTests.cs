using ExitDesk.Domain.Closing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

public sealed class SpreadRunTests
{
    [Fact]
    public void WhateverTheBrokerDoes_NoLegIsClosedTwiceOrLeftNakedAndEveryClosingEnds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var complaint = new SpreadRun(seed).Run();
            Assert.True(complaint is null, $"seed {seed}: {complaint}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void WhenManyRun_EveryEndIsReached()
    {
        var ends = Enumerable.Range(0, 1_000).Select(seed =>
        {
            var run = new SpreadRun(seed);
            run.Run();
            return run.End;
        }).ToHashSet();

        Assert.Equal(Enum.GetValues<CloseEnd>().Length, ends.Count(end => end is not null));
    }
}
