using ExitDesk.Engine.Workflows.Sweep;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

public sealed class AllCoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(AllCores.WorthSharing - 1)]
    [InlineData(AllCores.WorthSharing)]
    [InlineData(10 * AllCores.WorthSharing + 1)]
    public void WhenRun_EachIndexIsDoneOnce(int count)
    {
        var times = new int[count];
        AllCores.Run(count, i => Interlocked.Increment(ref times[i]));
        Assert.All(times, done => Assert.Equal(1, done));
    }

    [Fact]
    public void WhenOneFails_TheCallerHearsOfIt() =>
        Assert.ThrowsAny<Exception>(() => AllCores.Run(AllCores.WorthSharing, i => { if (i == 7) { throw new InvalidOperationException("seven"); } }));
}
