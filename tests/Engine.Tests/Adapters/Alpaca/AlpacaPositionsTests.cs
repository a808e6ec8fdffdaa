using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaPositionsTests
{
    [Fact]
    public async Task WhenBrokerListsPositions_AllOfThemComeWithSignedQuantities()
    {
        var read = await ReadAsync(Payloads.List(
            Payloads.Position(),
            Payloads.Position(symbol: "\"SPY261218P00500000\"", quantity: "\"-3\"", side: "\"short\"", price: "\"0.05\""),
            Payloads.Position(
                symbol: "\"BTC/USD\"", quantity: "\"0.123456789\"", assetClass: "\"crypto\"", price: "\"90000.5\"")));

        Assert.Equal(
            [
                new BrokerPosition(Payloads.Call, "us_option", 2, 1.35m),
                new BrokerPosition("SPY261218P00500000", "us_option", -3, 0.05m),
                new BrokerPosition("BTC/USD", "crypto", 0.123456789m, 90000.5m),
            ],
            read.Value!);
    }

    [Fact]
    public async Task WhenNothingIsHeld_ListIsEmptyAndNotFailed() => Assert.Empty((await ReadAsync("[]")).Value!);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"us_future\"", "us_future")]
    public async Task WhenAssetClassIsOdd_RowIsKept(string assetClass, string expected)
    {
        var read = await ReadAsync(Payloads.List(Payloads.Position(assetClass: assetClass)));

        Assert.Equal(expected, Assert.Single(read.Value!).AssetClass);
    }

    [Fact]
    public async Task WhenNumbersAreNoStrings_TheyAreReadAllTheSame()
    {
        var read = await ReadAsync(Payloads.List(Payloads.Position(quantity: "2", price: "1.35")));

        Assert.Equal(new BrokerPosition(Payloads.Call, "us_option", 2, 1.35m), Assert.Single(read.Value!));
    }

    [Fact]
    public async Task WhenRowHasQuantityZero_ItIsNoPosition()
    {
        var read = await ReadAsync(Payloads.List(Payloads.Position(quantity: "\"0\"", price: "null"), Payloads.Position()));

        Assert.Single(read.Value!);
    }

    [Theory]
    [InlineData("qty", "\"abc\"", "positions[3].qty: \"abc\" is not a number")]
    [InlineData("qty", "null", "positions[3].qty: null is not a number")]
    [InlineData("qty", "\"\"", "positions[3].qty: \"\" is not a number")]
    [InlineData("qty", "\"1e99\"", "positions[3].qty: \"1e99\" is not a number")]
    [InlineData("qty", "[2]", "positions[3].qty: [2] is not a number")]
    [InlineData("qty", "\"-2\"", "positions[3].qty: \"-2\" contradicts side \"long\"")]
    [InlineData("symbol", "\"\"", "positions[3].symbol: \"\" is not a text")]
    [InlineData("symbol", "null", "positions[3].symbol: null is not a text")]
    [InlineData("price", "null", "positions[3].avg_entry_price: null is not a number")]
    [InlineData("price", "\"0\"", "positions[3].avg_entry_price: \"0\" is not above 0")]
    public async Task WhenOneRowCannotBeUnderstood_WholeReadFailsAndNamesThePlace(string field, string value, string failure)
    {
        var odd = field switch
        {
            "qty" => Payloads.Position(quantity: value),
            "symbol" => Payloads.Position(symbol: value),
            _ => Payloads.Position(price: value),
        };

        var read = await ReadAsync(Payloads.List(Payloads.Position(), Payloads.Position(), Payloads.Position(), odd));

        Assert.False(read.Succeeded);
        Assert.Equal(failure, read.Failure);
    }

    [Theory]
    [InlineData("{\"message\":\"ok\"}", "positions: a list is expected")]
    [InlineData("null", "positions: a list is expected")]
    [InlineData("[null]", "positions[0]: an object is expected, not null")]
    [InlineData("", "positions: the answer is not complete JSON")]
    public async Task WhenAnswerIsNoList_ReadFails(string body, string failure) =>
        Assert.StartsWith(failure, (await ReadAsync(body)).Failure, StringComparison.Ordinal);

    [Fact]
    public async Task WhenJsonIsCutOff_ReadFailsRatherThanShortens()
    {
        var whole = Payloads.List(Payloads.Position(), Payloads.Position());

        var read = await ReadAsync(whole[..^20]);

        Assert.StartsWith("positions: the answer is not complete JSON", read.Failure, StringComparison.Ordinal);
    }

    private static async Task<BrokerRead<IReadOnlyList<BrokerPosition>>> ReadAsync(string body)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(body));
        return await stub.Client.GetPositionsAsync(CancellationToken.None);
    }
}
