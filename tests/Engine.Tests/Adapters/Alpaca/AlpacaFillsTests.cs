using System.Globalization;
using ExitDesk.Domain.Orders;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaFillsTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task WhenFillIsRead_AllFieldsAreThere()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(Payloads.Fill())));

        var read = await stub.Client.GetFillsAsync(Since, CancellationToken.None);

        Assert.Equal(
            new Fill(
                "20261120144501977::8efc7b9a-8b2b-4000-9955-d36e7db0df74", "904837e3-3b76-47ec-b432-046db621571b",
                Payloads.Call, OrderSide.Sell, 1, 1.63m, new DateTimeOffset(2026, 11, 20, 14, 45, 1, 977, TimeSpan.Zero)),
            Assert.Single(read.Value!));
        Assert.Equal(
            "GET /v2/account/activities/FILL?after=2026-11-20T14:29:59.0000000Z&direction=asc&page_size=100",
            Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData("2026-11-20T14:29:59.999Z", 0)]
    [InlineData("2026-11-20T14:30:00Z", 1)]
    public async Task WhenFillIsAtTheInstant_ItCountsAndEarlierOnesDoNot(string at, int count)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(Payloads.Fill(at: at))));

        Assert.Equal(count, (await stub.Client.GetFillsAsync(Since, CancellationToken.None)).Value!.Count);
    }

    [Theory]
    [InlineData("\"buy\"", OrderSide.Buy)]
    [InlineData("\"sell\"", OrderSide.Sell)]
    [InlineData("\"sell_short\"", OrderSide.Sell)]
    public async Task WhenSideIsRead_ShortSalesAreSales(string json, OrderSide side)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(Payloads.Fill(side: json))));

        Assert.Equal(side, Assert.Single((await stub.Client.GetFillsAsync(Since, CancellationToken.None)).Value!).Side);
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task WhenListIsLong_AllPagesAreRead(int count, int pages)
    {
        await using var stub = await StartPagedAsync(count);

        var read = await stub.Client.GetFillsAsync(Since, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, count).Select(Id), read.Value!.Select(fill => fill.Id));
        Assert.Equal(pages, stub.Requests.Count);
    }

    [Fact]
    public async Task WhenLaterPageFails_ReadFails()
    {
        await using var stub = await StartPagedAsync(250, failAt: 2);

        Assert.False((await stub.Client.GetFillsAsync(Since, CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenPageTokenIsIgnored_ReadFailsRatherThanRunsForEver()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Page(0, 100)));

        var read = await stub.Client.GetFillsAsync(Since, CancellationToken.None);

        Assert.Equal("fills: the broker repeats a page, the rest cannot be listed", read.Failure);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData("qty", "\"\"", "fills[1].qty: \"\" is not a number")]
    [InlineData("qty", "\"-1\"", "fills[1].qty: \"-1\" is not above 0")]
    [InlineData("price", "null", "fills[1].price: null is not a number")]
    [InlineData("side", "\"\"", "fills[1].side: \"\" is neither buy nor sell")]
    [InlineData("symbol", "null", "fills[1].symbol: null is not a text")]
    public async Task WhenOneFillCannotBeUnderstood_WholeReadFailsAndNamesThePlace(string field, string value, string failure)
    {
        var odd = field switch
        {
            "qty" => Payloads.Fill(quantity: value),
            "price" => Payloads.Fill(price: value),
            "side" => Payloads.Fill(side: value),
            _ => Payloads.Fill(symbol: value),
        };
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(Payloads.Fill(), odd)));

        Assert.Equal(failure, (await stub.Client.GetFillsAsync(Since, CancellationToken.None)).Failure);
    }

    private static Task<BrokerStub> StartPagedAsync(int count, int failAt = int.MaxValue) =>
        BrokerStub.StartAsync(
            (request, before) => before >= failAt ? new StubAnswer(403, "") : StubAnswer.Ok(Page(NextOf(request), count)));

    private static int NextOf(HttpRequest request) => request.Query["page_token"].FirstOrDefault() is { } token
        ? int.Parse(token.Split("::")[1], CultureInfo.InvariantCulture) + 1
        : 0;

    private static string Page(int from, int count) => Payloads.List(
        Enumerable.Range(from, Math.Min(100, count - from)).Select(i => Payloads.Fill(id: Id(i))));

    private static string Id(int i) => $"20261120144501977::{i:D8}";
}
