using ExitDesk.Domain.Expiry;
using ExitDesk.Engine.Ports.Market;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaStockPricesTests
{
    [Fact]
    public async Task WhenDailyBarsCome_TheyAreTheClosesOfTheirDaysInNewYork()
    {
        var price = await PriceAsync("""
            {"latestTrade":{"c":["T"],"i":1,"p":103.5,"s":10,"t":"2026-11-20T21:01:00Z","x":"V","z":"B"},
             "dailyBar":{"c":101.25,"h":104,"l":99,"n":10,"o":100,"t":"2026-11-20T05:00:00Z","v":1000,"vw":101},
             "prevDailyBar":{"c":99.5,"h":100,"l":98,"n":10,"o":99,"t":"2026-11-19T05:00:00Z","v":1000,"vw":99}}
            """);

        Assert.Equal([new DayClose(new DateOnly(2026, 11, 20), 101.25m), new DayClose(new DateOnly(2026, 11, 19), 99.5m)], price.Closes);
        Assert.Equal(103.5m, price.LastTrade);
    }

    [Fact]
    public async Task WhenNoDailyBarsCome_NoCloseIsKnown() =>
        Assert.Empty((await PriceAsync("""{"latestTrade":{"c":["@"],"i":1,"p":103.5,"s":10,"t":"2026-11-20T20:59:00Z","x":"V","z":"B"}}""")).Closes);

    private static async Task<StockPrice> PriceAsync(string json)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok($$"""{"GOOG":{{json}}}"""));
        var read = await stub.Market.GetStockPricesAsync(["GOOG"], CancellationToken.None);
        return read.Value!["GOOG"];
    }
}
