using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaAccountTests
{
    private const string Rest =
        """ "id":"e6fe16f3-64a4-4921-8928-cadf02f92f98","status":"ACTIVE","cash":"-20.50","pattern_day_trader":false,"trading_blocked":false,"transfers_blocked":false,"account_blocked":false,"created_at":"2019-06-12T22:47:07Z" """;

    [Theory]
    [InlineData(""" "buying_power":"262113.63", """, 262113.63)]
    [InlineData("", null)]
    public async Task WhenTheAccountIsRead_CashAndBuyingPowerComeAndWhatIsUntoldIsNull(string power, double? dollars)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("{" + power + Rest + "}"));

        var read = await stub.Market.GetAccountAsync(CancellationToken.None);

        Assert.Equal((-20.50m, (decimal?)dollars), (read.Value!.Cash, read.Value.BuyingPower));
    }
}
