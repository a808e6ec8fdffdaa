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

    [Theory]
    [InlineData(""" "options_trading_level":3,"options_buying_power":"5000.10","shorting_enabled":true, """, 3, 5000.10, true, true)]
    [InlineData(""" "options_trading_level":0,"trade_suspended_by_user":true, """, 0, null, false, false)]
    [InlineData("", null, null, true, false)]
    public async Task WhenTheAccountIsRead_WhatEntriesNeedComesAndWhatIsUntoldIsNull(string more, int? level, double? power, bool mayTrade, bool mayShort)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("{" + more + Rest + "}"));

        var account = (await stub.Market.GetAccountAsync(CancellationToken.None)).Value!;

        Assert.Equal((level, (decimal?)power, mayTrade, mayShort), (account.OptionsLevel, account.OptionsBuyingPower, account.MayTrade, account.MayShort));
    }
}
