using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Positions;

public sealed class SilenceTests
{
    private static readonly DateTimeOffset Noon = SampleSession.Noon;

    [Theory]
    [InlineData(Urgency.Normal, true)]
    [InlineData(Urgency.Fast, true)]
    [InlineData(Urgency.Immediate, false)]
    public void WhenAWalkWasGivenUp_TheSameRuleActsOnlyIfMoreUrgent(Urgency urgency, bool silent)
    {
        var position = SamplePositions.Option() with { Silences = [new Silence(ExitReason.StopLoss, Noon.AddHours(1)) { UpTo = Urgency.Fast }] };

        Assert.Equal(silent, position.IsSilenced(ExitReason.StopLoss, urgency, Noon));
        Assert.False(position.IsSilenced(ExitReason.TakeProfit, urgency, Noon));
        Assert.False(position.IsSilenced(ExitReason.StopLoss, urgency, Noon.AddHours(1)));
    }

    [Fact]
    public void WhenTheOwnerSilencedIt_UrgencyChangesNothing()
    {
        var position = SamplePositions.Option() with { Silences = [new Silence(ExitReason.StopLoss, Noon.AddHours(1))] };

        Assert.True(position.IsSilenced(ExitReason.StopLoss, Urgency.Immediate, Noon));
    }

    [Fact]
    public void WhenBothAreThere_TheOwnersCounts()
    {
        var position = SamplePositions.Option() with
        {
            Silences = [new Silence(ExitReason.StopLoss, Noon.AddHours(1)) { UpTo = Urgency.Fast }, new Silence(ExitReason.StopLoss, Noon.AddHours(1))],
        };

        Assert.True(position.IsSilenced(ExitReason.StopLoss, Urgency.Immediate, Noon));
    }
}
