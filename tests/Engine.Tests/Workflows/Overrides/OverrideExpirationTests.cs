using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>Where no rule fires before the contract is gone. It expires on Friday 2016-01-15.</summary>
public sealed class OverrideExpirationTests
{
    private static readonly DateOnly Friday = new(2016, 1, 15);

    private readonly OverrideBench _bench = new("""{"expirationRisk": {"enabled": false}}""");

    private DeskHarness Desk => _bench.Desk;

    [Theory]
    [InlineData(750.00, 0, 500)]
    [InlineData(750.01, 0.01, 498)]
    [InlineData(760.00, 10, -1500)]
    public async Task WhenTheUnderlyingsCloseIsKnown_TheIntrinsicValueIsTheRules(decimal close, decimal value, decimal won)
    {
        await UnseenUntilAsync(Friday.AddDays(3), new DayClose(Friday, close));

        var result = Assert.Single(await _bench.ResultsAsync());
        Assert.Equal((value, won), (result.RuleValue, result.Won));
    }

    [Fact]
    public async Task WhenOnlyAnotherDaysCloseIsKnown_ItIsWaitedForAndThenCannotBeTold()
    {
        await UnseenUntilAsync(Friday.AddDays(5), new DayClose(Friday.AddDays(4), 760m));
        Assert.Empty(await _bench.ResultsAsync());
        Assert.Single(await _bench.OpenAsync());

        await ToAsync(Friday.AddDays(10));
        await _bench.LookAsync();

        var result = Assert.Single(await _bench.ResultsAsync());
        Assert.Equal((null, "the underlying's close at the expiration is not known"), (result.Won, result.Why));
        Assert.Equal((0, 1, 0m), (await _bench.TotalsAsync() is var totals ? (totals.Told, totals.Untold, totals.Won) : default));
        Assert.Empty(await _bench.OpenAsync());
    }

    [Fact]
    public async Task WhenARungIsSkipped_TheRulesOwnRungIsComparedWithTheEnd()
    {
        const string expiring = "GOOG151224C00750000";
        await ToAsync(new DateOnly(2015, 12, 24));
        Desk.Broker.Hold(expiring, 2, 2.00m);
        await Desk.SyncAsync();
        Desk.Market.Quote(expiring, 2.50m, 2.52m);
        Desk.Broker.PriceFills(expiring, 2.50m);
        Desk.Market.Stocks["GOOG"] = Stock(752m);
        await Desk.AdvanceAsync(NewYork.At(new DateOnly(2015, 12, 24), new TimeOnly(14, 31)) - Desk.Now);
        Desk.Market.Stocks["GOOG"] = Stock(752m);
        await Desk.SweepAsync(1);
        await Desk.PressAsync(Desk.Desk.Button("Hold to T-2"));
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        await Desk.PressAsync(Desk.Desk.Button("Hold to T-2"));
        Assert.Equal((OverrideKind.Keep, ExitReason.ExerciseRisk, null), (Assert.Single(await _bench.OpenAsync()) is var open ? (open.Kind, open.Rule, open.RuleValue) : default));

        // From 14:55 on the ladder would have closed; from 14:58 on it does.
        await SweepUntilAsync(new TimeOnly(14, 57));
        Assert.Equal(2.50m, Assert.Single(await _bench.OpenAsync()).RuleValue);
        Desk.Market.Quote(expiring, 2.60m, 2.62m);
        Desk.Broker.PriceFills(expiring, 2.60m);
        await SweepUntilAsync(new TimeOnly(14, 59));
        await Desk.RunUntilQuietAsync();
        await _bench.LookAsync();

        Assert.Equal(20m, Assert.Single(await _bench.ResultsAsync()).Won);
    }

    // The owner closes at 2.50; from then on nobody quotes the contract until a morning after it expired.
    private async Task UnseenUntilAsync(DateOnly day, DayClose known)
    {
        await _bench.CloseAsync(2.50m);
        Desk.Market.Unquote(Contracts.Goog);
        Desk.Market.Stocks["GOOG"] = Stock(null) with { Closes = [known] };
        await ToAsync(day);
        await _bench.LookAsync();
    }

    private async Task ToAsync(DateOnly day) => await Desk.AdvanceAsync(NewYork.At(day, new TimeOnly(10, 0)) - Desk.Now);

    private async Task SweepUntilAsync(TimeOnly time)
    {
        while (NewYork.TimeOf(Desk.Now) < time)
        {
            Desk.Market.Stocks["GOOG"] = Stock(752m);
            await Desk.SweepAsync(1);
        }
    }

    private StockPrice Stock(decimal? trade) => new(null, trade, trade is null ? null : Desk.Now);
}
