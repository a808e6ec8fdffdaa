using ExitDesk.Domain.Expiry;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class FinalPriceTests
{
    private static readonly DayClose Today = new(Regular.Date, 99.99m);

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.001, false)]
    [InlineData(-0.001, true)]
    public void WhenTheDaysCloseIsUnknown_ALastTradeCountsUpToTheInstantOfTheClose(double seconds, bool counts) =>
        Assert.Equal(counts ? 100.01m : null, FinalPrice.Of(Regular, [], new LastTrade(100.01m, Regular.CloseAt.AddSeconds(seconds))));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-0.001, false)]
    public void WhenTheLastTradeIsFromBeforeTheOpen_TheEndIsUnknown(double seconds, bool counts) =>
        Assert.Equal(counts ? 100.01m : null, FinalPrice.Of(Regular, [], new LastTrade(100.01m, Regular.OpenAt.AddSeconds(seconds))));

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public void WhenTheDaysCloseIsKnown_ItGoesBeforeEveryTrade(int seconds) =>
        Assert.Equal(99.99m, FinalPrice.Of(Regular, [Today], new LastTrade(100.01m, Regular.CloseAt.AddSeconds(seconds))));

    [Fact]
    public void WhenTheDayIsLookedAtLater_TheCloseOfThatDayIsTaken() =>
        Assert.Equal(99.99m, FinalPrice.Of(Regular, [new DayClose(Regular.Date.AddDays(1), 105m), Today], null));

    [Fact]
    public void WhenOnlyOtherDaysAreKnown_TheEndIsUnknown() =>
        Assert.Null(FinalPrice.Of(Regular, [Today with { Day = Regular.Date.AddDays(-1) }], null));

    [Fact]
    public void WhenAPriceIsZero_ItIsNone() =>
        Assert.Null(FinalPrice.Of(Regular, [Today with { Price = 0 }], new LastTrade(0, Regular.CloseAt)));
}
