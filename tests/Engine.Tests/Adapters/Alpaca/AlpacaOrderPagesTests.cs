using System.Globalization;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaOrderPagesTests
{
    private static readonly DateTimeOffset First = new(2026, 11, 20, 14, 45, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(499, 1)]
    [InlineData(500, 2)]
    [InlineData(1234, 3)]
    public async Task WhenListIsLong_AllPagesAreRead(int count, int pages)
    {
        await using var stub = await StartAsync([.. Enumerable.Range(0, count).Select(i => First.AddMilliseconds(i))]);

        var read = await stub.Client.GetOrdersAsync(Payloads.Call, First, CancellationToken.None);

        Assert.Equal(count, read.Value!.Select(order => order.Id).Distinct().Count());
        Assert.Equal(pages, stub.Requests.Count(request => request.Contains("status=all", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhenPageEndsAmongOrdersOfOneInstant_NoneIsLost()
    {
        await using var stub = await StartAsync([.. Enumerable.Range(0, 600).Select(i => First.AddSeconds(i / 100))]);

        var read = await stub.Client.GetOrdersAsync(Payloads.Call, First, CancellationToken.None);

        Assert.Equal(600, read.Value!.Count);
    }

    [Fact]
    public async Task WhenOneInstantFillsAPage_ReadFailsRatherThanShortens()
    {
        await using var stub = await StartAsync([.. Enumerable.Repeat(First, 501)]);

        var read = await stub.Client.GetOrdersAsync(Payloads.Call, First, CancellationToken.None);

        Assert.Equal("orders: 500 of one instant, the rest cannot be listed", read.Failure);
    }

    [Fact]
    public async Task WhenLaterPageFails_ReadFails()
    {
        await using var stub = await StartAsync([.. Enumerable.Range(0, 600).Select(i => First.AddSeconds(i))], failAfter: 2);

        Assert.False((await stub.Client.GetOrdersAsync(Payloads.Call, First, CancellationToken.None)).Succeeded);
    }

    private static Task<BrokerStub> StartAsync(DateTimeOffset[] instants, int failAfter = int.MaxValue)
    {
        var orders = instants.Select((at, i) => (At: at, Json: Payloads.Order(
            id: $"{i}", status: "\"canceled\"", createdAt: $"\"{at.ToString("o", CultureInfo.InvariantCulture)}\""))).ToArray();
        return BrokerStub.StartAsync(
            (request, before) => before >= failAfter ? new StubAnswer(403, "") : StubAnswer.Ok(Page(request, orders)));
    }

    // As the broker pages: strictly after the instant, oldest first, at most the limit.
    private static string Page(HttpRequest request, (DateTimeOffset At, string Json)[] orders)
    {
        if (request.Query["status"] == "open")
        {
            return "[]";
        }

        var after = DateTimeOffset.Parse(request.Query["after"]!, CultureInfo.InvariantCulture);
        var limit = int.Parse(request.Query["limit"]!, CultureInfo.InvariantCulture);
        var page = orders.Where(order => order.At > after).OrderBy(order => order.At).Take(limit);
        return Payloads.List(page.Select(order => order.Json));
    }
}
