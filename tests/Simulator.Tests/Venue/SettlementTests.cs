using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class SettlementTests
{
    private readonly VenueBench _bench = new(new VenueOptions { Liquidation = LiquidationScope.Unfunded });

    [Fact]
    public void WhenInTheMoneyAndFunded_ItIsExercisedAtTheCloseAndReportedNextMorning()
    {
        _bench.Hold(ExpiringCall, 2, 1m);
        _bench.MoveTo(16, 0, 1);

        Assert.Equal((0, 200), (_bench.Held(ExpiringCall), _bench.Held("GOOG")));
        Assert.Equal(100_000m - 200m - 20_000m, _bench.Venue.Account().Cash);
        _bench.MoveTo(5, 59, 59, day: 21);
        Assert.Empty(_bench.Venue.Activities());
        _bench.MoveTo(6, day: 21);
        Assert.Equal(
            [(ActivityType.OptionExercised, -2, 0m), (ActivityType.OptionStockTrade, 200, -20_000m)],
            _bench.Venue.Activities().Select(activity => (activity.Type, activity.Quantity, activity.NetAmount)));
        Assert.All(_bench.Venue.Activities(), activity => Assert.Equal(new DateOnly(2026, 11, 21), activity.Day));
    }

    [Fact]
    public void WhenShortIsInTheMoney_ItIsAssigned()
    {
        _bench.Hold("GOOG", 100, 100m);
        _bench.Hold(ExpiringCall, -1, 1m);
        _bench.MoveTo(7, day: 21);

        Assert.Empty(_bench.Venue.Positions());
        Assert.Equal(100_000m - 10_000m + 100m + 10_000m, _bench.Venue.Account().Cash);
        Assert.Equal(
            [ActivityType.OptionAssigned, ActivityType.OptionStockTrade],
            _bench.Venue.Activities().Select(activity => activity.Type));
    }

    [Theory]
    [InlineData(100.00, ActivityType.OptionExpired)]
    [InlineData(100.01, ActivityType.OptionExercised)]
    public void WhenStockClosesAtTheStrike_APennyDecides(double close, ActivityType expected)
    {
        _bench.Hold(ExpiringCall, 1);
        _bench.Market.Quote("GOOG", At(15, 59), (decimal)close, (decimal)close);
        _bench.MoveTo(7, day: 21);

        Assert.Equal(expected, _bench.Venue.Activities()[0].Type);
    }

    [Fact]
    public void WhenSpreadIsThroughBothStrikes_TheWidthIsLost()
    {
        _bench.Hold(ExpiringCall, -1, 3m);
        _bench.Hold(ExpiringCall105, 1, 1m);
        _bench.Market.Quote("GOOG", At(11), 110m, 110m);
        _bench.MoveTo(16, 1);

        Assert.Empty(_bench.Venue.Positions());
        Assert.Equal(100_000m + 200m - 500m, _bench.Venue.Account().Cash);
    }

    [Fact]
    public void WhenPutIsOutOfTheMoney_ItExpires()
    {
        _bench.Hold(ExpiringPut, -1);
        _bench.MoveTo(7, day: 21);

        var activity = Assert.Single(_bench.Venue.Activities());
        Assert.Equal((ActivityType.OptionExpired, 1, 0m), (activity.Type, activity.Quantity, activity.NetAmount));
    }

    [Fact]
    public void WhenOwnerExercises_PositionsChangeAtOnce()
    {
        _bench.Hold(Call100, 1);
        Assert.True(_bench.Venue.Exercise(Call100).Granted);
        Assert.Equal((0, 100), (_bench.Held(Call100), _bench.Held("GOOG")));
    }

    [Fact]
    public void WhenExerciseIsNotPossible_ItIsRefused()
    {
        _bench.Hold(Put95, -1);
        _bench.Hold(Call100, 1);
        Granted(_bench.Sell(Call100, 1, 9m));

        AssertRefused(_bench.Venue.Exercise(Call105), 404, 40410000, "position does not exist");
        AssertRefused(_bench.Venue.Exercise(Put95), 422, 42210000, "only long");
        AssertRefused(_bench.Venue.Exercise(Call100), 403, 40310000, "insufficient qty");
    }

    [Theory]
    [InlineData(20, 15, 59, 59, true)]
    [InlineData(20, 16, 0, 0, false)]
    [InlineData(20, 23, 59, 59, false)]
    [InlineData(21, 0, 0, 0, true)]
    [InlineData(27, 12, 59, 59, true)]
    [InlineData(27, 13, 0, 0, false)]
    public void WhenInstructedBetweenTheCloseAndMidnight_ItIsRefused(int day, int hour, int minute, int second, bool granted)
    {
        _bench.Hold(Call100, 1);
        _bench.MoveTo(hour, minute, second, day);

        Assert.Equal(granted, _bench.Venue.DoNotExercise(Call100).Granted);
        var exercise = _bench.Venue.Exercise(Call100);
        Assert.Equal(granted, exercise.Granted);
        if (!granted)
        {
            AssertRefused(exercise, 422, 42210000, "between market close and midnight");
        }
    }

    [Fact]
    public void WhenAssignedAtNight_TheShortBecomesStock()
    {
        _bench.Hold(Put95, -1);
        _bench.MoveTo(20);
        _bench.Venue.Assign(Put95);

        Assert.Equal((0, 100), (_bench.Held(Put95), _bench.Held("GOOG")));
    }
}
