using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaActivitiesTests
{
    // 21:30 on the 19th in New York.
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 2, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task WhenAFillIsRead_ItIsSignedAndKnowsItsOrder()
    {
        var activity = Assert.Single(await ActivitiesAsync(Payloads.Fill()));

        Assert.Equal(
            (ActivityKind.Fill, -1m, 1.63m, new DateOnly(2026, 11, 20)), (activity.Kind, activity.Quantity, activity.Price, activity.Date));
        Assert.Equal(
            new Fill(
                "20261120144501977::8efc7b9a-8b2b-4000-9955-d36e7db0df74", "904837e3-3b76-47ec-b432-046db621571b",
                Payloads.Call, OrderSide.Sell, 1, 1.63m, new DateTimeOffset(2026, 11, 20, 14, 45, 1, 977, TimeSpan.Zero)),
            activity.Fill);
    }

    [Theory]
    [InlineData("OPEXC", ActivityKind.Exercise)]
    [InlineData("OPASN", ActivityKind.Assignment)]
    [InlineData("OPEXP", ActivityKind.Expiration)]
    [InlineData("OPTRD", ActivityKind.OptionTrade)]
    [InlineData("SPLIT", ActivityKind.CorporateAction)]
    [InlineData("DIV", ActivityKind.Dividend)]
    [InlineData("DIVNRA", ActivityKind.Dividend)]
    [InlineData("FEE", ActivityKind.Fee)]
    [InlineData("CSD", ActivityKind.CashTransfer)]
    [InlineData("OPXRC", ActivityKind.Unknown)]
    public async Task WhenAnotherKindIsRead_TheBrokersWordIsKept(string text, ActivityKind kind)
    {
        var activity = Assert.Single(await ActivitiesAsync(Payloads.Activity(text, netAmount: "\"-12.5\"")));

        Assert.Equal(
            (kind, text, Payloads.Call, -2m, -12.5m, new DateOnly(2026, 11, 20)),
            (activity.Kind, activity.KindText, activity.Symbol, activity.Quantity, activity.NetAmount, activity.Date));
        Assert.Null(activity.At);
        Assert.Null(activity.Fill);
    }

    [Fact]
    public async Task WhenAKindIsNotKnown_OddFieldsDoNotFailTheRest()
    {
        var odd = Payloads.Activity("NEW", symbol: "null", quantity: "{}", netAmount: "\"n/a\"");

        var activity = Assert.Single(await ActivitiesAsync(odd));

        Assert.Equal(("", 0m, null), (activity.Symbol, activity.Quantity, activity.NetAmount));
    }

    [Theory]
    [InlineData("OPEXC", "null", "\"-2\"", "\"2026-11-20\"", "activities[0].symbol: null is not a text")]
    [InlineData("OPASN", "\"X\"", "\"\"", "\"2026-11-20\"", "activities[0].qty: \"\" is not a number")]
    [InlineData("OPEXP", "\"X\"", "\"2\"", "\"soon\"", "activities[0].date: \"soon\" is no day")]
    public async Task WhenWhatMovesAPositionCannotBeRead_TheWholeReadFails(
        string kind, string symbol, string quantity, string date, string failure)
    {
        await using var stub = await BrokerStub.StartAsync(
            StubAnswer.Ok(Payloads.List(Payloads.Activity(kind, symbol: symbol, quantity: quantity, date: date))));

        Assert.Equal(failure, (await stub.Client.GetActivitiesAsync(Since, CancellationToken.None)).Failure);
    }

    [Theory]
    [InlineData("2026-11-18", 0)]
    [InlineData("2026-11-19", 1)]
    public async Task WhenItBearsOnlyADay_TheInstantsNewYorkDayCounts(string day, int count) =>
        Assert.Equal(count, (await ActivitiesAsync(Payloads.Activity(date: $"\"{day}\""))).Count);

    [Theory]
    [InlineData("2026-11-20T02:29:59.999Z", 0)]
    [InlineData("2026-11-20T02:30:00Z", 1)]
    public async Task WhenItBearsAnInstant_TheInstantCounts(string at, int count) =>
        Assert.Equal(count, (await ActivitiesAsync(Payloads.Fill(at: at))).Count);

    [Fact]
    public async Task WhenTheyAreAsked_AllKindsAreFromTheDayOn()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("[]"));

        Assert.Empty((await stub.Client.GetActivitiesAsync(Since, CancellationToken.None)).Value!);

        Assert.Equal(
            "GET /v2/account/activities?after=2026-11-18T23:59:59.0000000Z&direction=asc&page_size=100", Assert.Single(stub.Requests));
    }

    [Fact]
    public async Task WhenListIsLong_AllPagesAreReadOldestFirst()
    {
        string[] rows = [.. Enumerable.Range(0, 130).Select(i => Payloads.Fill(id: $"2026112014450{i:D4}::x"))];
        await using var stub = await BrokerStub.StartAsync((request, _) => StubAnswer.Ok(Payloads.List(
            request.Query.ContainsKey("page_token") ? rows[100..].Append(Payloads.Activity(date: "\"2026-11-19\"")) : rows[..100])));

        var read = (await stub.Client.GetActivitiesAsync(Since, CancellationToken.None)).Value!;

        Assert.Equal((131, 2), (read.Count, stub.Requests.Count));
        Assert.Equal(ActivityKind.Exercise, read[0].Kind);
        Assert.EndsWith("page_token=20261120144500099::x", stub.Requests.Last(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<AccountActivity>> ActivitiesAsync(string row)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.List(row)));
        var read = await stub.Client.GetActivitiesAsync(Since, CancellationToken.None);
        Assert.Null(read.Failure);
        return read.Value!;
    }
}
