using ExitDesk.Domain.Dividends;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaDividendsTests
{
    private static readonly DateOnly From = new(2026, 11, 20);
    private static readonly DateOnly To = new(2026, 11, 27);

    [Fact]
    public async Task WhenADividendIsRead_ItIsFoundByThePaymentThatComesLater()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Dividends("null", Payloads.Dividend())));

        var read = await stub.Market.GetDividendsAsync(["MSFT", "AAPL"], From, To, CancellationToken.None);

        Assert.Equal([new CashDividend("AAPL", new DateOnly(2026, 11, 24), 0.26m)], read.Value);
        Assert.Equal(
            "GET /v1/corporate-actions?symbols=AAPL,MSFT&types=cash_dividend&start=2026-11-20&end=2027-03-27&limit=1000",
            Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData("2026-11-19", 0)]
    [InlineData("2026-11-20", 1)]
    [InlineData("2026-11-27", 1)]
    [InlineData("2026-11-28", 0)]
    public async Task WhenTheExDateIsOutside_ItIsLeftOut(string day, int count)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Dividends("null", Payloads.Dividend(exDate: $"\"{day}\""))));

        Assert.Equal(count, (await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None)).Value!.Count);
    }

    [Theory]
    [InlineData("""{"corporate_actions":{},"next_page_token":null}""")]
    [InlineData("""{"corporate_actions":{"cash_dividends":[{"symbol":"AAPL","rate":0,"ex_date":null}]}}""")]
    public async Task WhenThereIsNone_TheListIsEmpty(string body)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(body));

        Assert.Empty((await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None)).Value!);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "")]
    [InlineData(200, """{"corporate_actions":{"cash_dividends":[{"symbol":"AAPL","rate":0.2,"ex_date":"soon"}]}}""")]
    [InlineData(200, """{"corporate_actions":{"cash_dividends":[{"symbol":"AAPL","rate":-0.2,"ex_date":"2026-11-24"}]}}""")]
    [InlineData(403, "")]
    [InlineData(500, "")]
    public async Task WhenItCannotBeTold_TheReadFails(int status, string body)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, body));

        Assert.False((await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenPagesFollow_AllAreRead()
    {
        await using var stub = await BrokerStub.StartAsync((request, _) => StubAnswer.Ok(
            request.Query["page_token"] == "next"
                ? Payloads.Dividends("null", Payloads.Dividend("MSFT"))
                : Payloads.Dividends("\"next\"", Payloads.Dividend())));

        var read = await stub.Market.GetDividendsAsync(["AAPL", "MSFT"], From, To, CancellationToken.None);

        Assert.Equal(["AAPL", "MSFT"], read.Value!.Select(dividend => dividend.Symbol));
    }

    [Fact]
    public async Task WhenPagesRepeat_TheReadFails()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Dividends("\"next\"", Payloads.Dividend())));

        Assert.False((await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None)).Succeeded);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task WhenAskedAgain_TheBrokerIsNotUntilTheNextDay()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Dividends("null", Payloads.Dividend())));
        await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None);
        await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None);
        Assert.Single(stub.Requests);
        Assert.Equal(0, stub.Calls.Sent);

        stub.Time.Now = BrokerStub.Now.AddDays(1);
        await stub.Market.GetDividendsAsync(["AAPL"], From, To, CancellationToken.None);

        Assert.Equal(2, stub.Requests.Count);
    }
}
