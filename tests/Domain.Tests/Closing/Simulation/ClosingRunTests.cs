using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

public sealed class ClosingRunTests
{
    [Fact]
    public void WhateverTheBrokerDoes_NothingIsSoldTwiceAndEveryClosingEnds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var complaint = new ClosingRun(seed).Run();
            Assert.True(complaint is null, $"seed {seed}: {complaint}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
}
