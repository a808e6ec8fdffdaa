using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Alpaca;

/// <summary>What an entry is told that the account cannot pay for, beside code and message.</summary>
public sealed class EntryRefusalTests
{
    [Theory]
    [InlineData(Call100, "buy", "cost_basis", "110", "options_buying_power", "109.99")]
    [InlineData(Put95, "sell", "required_options_buying_power", "9500", "buying_power", "109.99")]
    [InlineData("GOOG", "buy", "cost_basis", "110", "buying_power", "109.99")]
    public async Task WhenMeansAreShort_TheFiguresAreThere(
        string symbol, string side, string requiredField, string required, string availableField, string available)
    {
        await using var bench = await AlpacaBench.StartAsync(new VenueOptions { Cash = 109.99m });
        var price = symbol == "GOOG" ? "110" : "1.10";

        var body = await bench.ExpectAsync(
            403,
            "POST /v2/orders",
            $$"""{"symbol":"{{symbol}}","qty":"1","side":"{{side}}","type":"limit","limit_price":"{{price}}","time_in_force":"day"}""");
        AlpacaBench.AssertError(body, 40310000, "insufficient");
        AlpacaBench.AssertTexts(body, (requiredField, required), (availableField, available));
    }

    [Fact]
    public async Task WhenTheAccountIsRead_ItTellsItsLevelsAndWhetherItMayShort()
    {
        await using var bench = await AlpacaBench.StartAsync(
            new VenueOptions { OptionsLevel = 3, ApprovedOptionsLevel = 2, ShortingEnabled = true });

        var account = await bench.ExpectAsync(200, "GET /v2/account");
        Assert.Equal((2, 2), ((int)account["options_trading_level"]!, (int)account["options_approved_level"]!));
        Assert.True((bool)account["shorting_enabled"]!);
    }
}
