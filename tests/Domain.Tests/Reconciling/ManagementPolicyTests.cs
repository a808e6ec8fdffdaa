using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class ManagementPolicyTests
{
    [Theory]
    [InlineData("GOOG151224C00750000", PositionSide.Long, 1, true)]
    [InlineData("GOOG151224C00750000", PositionSide.Short, 1, true)]
    [InlineData("GOOG151224P00750000", PositionSide.Short, 26, true)]
    [InlineData("GOOG1151224C00750000", PositionSide.Long, 1, true)]
    [InlineData("SPY151224C00205000", PositionSide.Long, 1, true)]
    [InlineData("SPXW151224C02050000", PositionSide.Long, 1, false)]
    [InlineData("SPXW151224C02050000", PositionSide.Short, 1, false)]
    [InlineData("GOOG", PositionSide.Long, 100, true)]
    [InlineData("GOOG", PositionSide.Short, 100, true)]
    [InlineData("GOOG", PositionSide.Long, 0.5, false)]
    [InlineData("GOOG", PositionSide.Long, 100.5, false)]
    public void WhenSomethingIsHeld_ItIsManagedIfTheDeskKnowsItsKind(string symbol, PositionSide side, decimal quantity, bool expected) =>
        Assert.Equal(
            expected ? Management.Managed : Management.NotManagedYet,
            ManagementPolicy.Of(SamplePositions.Single(symbol, 1, quantity, side), _ => Management.Managed));

    [Fact]
    public void WhenLegsFitNoKind_TheyAreNeverManaged() => Assert.Equal(
        Management.NotManagedYet,
        ManagementPolicy.Of(new Structure(StructureKind.Custom, [new PositionLeg("BTCUSD", 1, 90_000, 1)], 1), _ => Management.Managed));

    [Theory]
    [InlineData(Management.Managed)]
    [InlineData(Management.Watched)]
    public void WhenItCanBeManaged_TheOwnersWishDecides(Management wish) =>
        Assert.Equal(wish, ManagementPolicy.Of(SamplePositions.PutCreditSpread(), _ => wish));
}
