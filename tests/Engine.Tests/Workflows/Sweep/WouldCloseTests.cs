using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>Where nothing may be sent, each rule is told of when it fires, whatever other rules do meanwhile.</summary>
public sealed class WouldCloseTests
{
    private readonly DeskHarness _desk = new();

    public WouldCloseTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"daysToExpiration": {"enabled": true, "days": 30}}}""");
        _desk.Restart();
    }

    [Theory]
    [InlineData(299, 2)]
    [InlineData(300, 3)]
    public async Task WhenAnotherRuleGoesOnFiring_AStopThatReturnsIsNewsAgain(int seconds, int told)
    {
        await HoldAtAsync(1.40m);
        await _desk.SweepAsync(1);
        Assert.Equal(1, Told()); // days to expiration; the stop is not confirmed yet
        await _desk.SweepAsync(2);
        Assert.Equal(2, Told());

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds - 15));
        await SeeAsync(2.00m, 1);
        await SeeAsync(1.40m, 4);
        Assert.Equal(told, Told());
    }

    [Fact]
    public async Task WhenTheStopRecoveredForTwoDays_ItsReturnIsTold()
    {
        await HoldAtAsync(1.40m);
        await _desk.SweepAsync(3);
        for (var day = 23; day < 25; day++)
        {
            await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, day, 15, 0, 0, TimeSpan.Zero) - _desk.Now);
            await SeeAsync(2.00m, 3);
        }

        Assert.Equal(2, Told());
        await SeeAsync(1.40m, 3);
        Assert.Equal(3, Told());
    }

    [Fact]
    public async Task WhenOneOfTwoRulesIsOver_ItsPauseIsItsOwn()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(1); // profit acts: it is told before days to expiration, which asks
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(200));
        await SeeAsync(1.40m, 3);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(60));
        await SeeAsync(2.00m, 1);
        var before = Told();

        await SeeAsync(3.00m, 1);
        Assert.Equal(before + 1, Told()); // told 320 s ago: news
        await SeeAsync(1.40m, 3);
        Assert.Equal(before + 1, Told()); // told not even 150 s ago: none
    }

    [Fact]
    public async Task WhenQuotesFail_ARuleThatNeedsNoneIsToldOnce()
    {
        await HoldAtAsync(2.00m);
        _desk.Market.Failing.Add("snapshots");
        await _desk.SweepAsync(6);
        Assert.Equal(1, Told());
        _desk.Market.Failing.Remove("snapshots");
        await _desk.SweepAsync(6);
        Assert.Equal(1, Told());
    }

    [Fact]
    public async Task WhenQuotesFailAfterItWasTold_ItIsNotToldAgain()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(1);
        _desk.Market.Failing.Add("snapshots");
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(10));
        await _desk.SweepAsync(6);
        Assert.Equal(1, Told());
    }

    private int Told() => _desk.Desk.Written.Count(card => card.Html.Contains("Would close", StringComparison.Ordinal));

    private Task SeeAsync(decimal bid, int sweeps)
    {
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        return _desk.SweepAsync(sweeps);
    }

    private async Task HoldAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
    }
}
