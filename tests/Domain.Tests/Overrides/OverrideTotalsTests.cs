using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Overrides;

/// <summary>Each position's dollars count once.</summary>
public sealed class OverrideTotalsTests
{
    private static readonly Position Held = SamplePositions.Option();

    [Theory]
    [InlineData(OverrideKind.Rejection, 0.001, true)]
    [InlineData(OverrideKind.Snooze, 0.001, true)]
    [InlineData(OverrideKind.Keep, 0.001, true)]
    [InlineData(OverrideKind.Keep, 0, false)]
    [InlineData(OverrideKind.Keep, -0.001, false)]
    [InlineData(OverrideKind.Approval, 60, false)] // it counts what it filled: a later answer is about the rest
    [InlineData(OverrideKind.OwnClose, 60, false)]
    public void WhenALaterAnswerFollows_OnlyOneThatLeftAllOpenHoldsItsDollars(OverrideKind kind, double later, bool contains)
    {
        var first = Answer(kind, 0);
        var second = Answer(OverrideKind.OwnClose, later);

        Assert.Equal(contains, first.Contains(second));
        Assert.Equal(contains, Told(kind).Contains(second));
    }

    [Fact]
    public void WhenItIsOfAnotherPosition_ItIsCountedByItself()
    {
        var other = Answer(OverrideKind.OwnClose, 1) with { Held = Held with { Id = "another" } };

        Assert.False(Answer(OverrideKind.Rejection, 0).Contains(other));
        Assert.False(Told(OverrideKind.Rejection).Contains(other));
    }

    [Fact]
    public void WhenTheFirstCannotBeToldOrIsCountedWithAnother_ItHoldsNothing()
    {
        var second = Answer(OverrideKind.OwnClose, 1);

        Assert.False((Told(OverrideKind.Rejection) with { Won = null, Why = "unknown" }).Contains(second));
        Assert.False((Told(OverrideKind.Rejection) with { Within = "an earlier one" }).Contains(second));
    }

    [Fact]
    public void WhenOneIsCountedWithAnother_ItIsInNoSum()
    {
        var totals = OverrideTotals.Of(
        [
            Told(OverrideKind.Rejection),
            Told(OverrideKind.Rejection) with { Id = "2", Within = "1" },
            Told(OverrideKind.OwnClose) with { Id = "3", Within = "1" },
            Told(OverrideKind.OwnClose) with { Id = "4", Within = "1", Won = null },
        ]);

        Assert.Equal((1, 40m, 3, 0), (totals.Told, totals.Won, totals.Within, totals.Untold));
    }

    private static OwnerOverride Answer(OverrideKind kind, double second) =>
        new(kind, Held, ExitReason.TakeProfit, SampleOverrides.Noon.AddSeconds(second), SampleOverrides.User);

    private static OverrideResult Told(OverrideKind kind) =>
        new("1", kind, Held.Id, ExitReason.TakeProfit, SampleOverrides.Noon, SampleOverrides.User, 2, 3.00m, 40m, null);
}
