using System.Text;
using System.Text.Json;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Functions.Http;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Functions.Tests.Http;

public sealed class SubmitRecommendationTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenOneIsPosted_ItIsWrittenDownWithItsMessageAndTheAnswerIs202()
    {
        var (status, body) = await PostAsync(Recommendations.Call());

        Assert.Equal((202, "rec-1", "Received"), (status, body.GetProperty("recommendationId").GetString(), body.GetProperty("status").GetString()));
        Assert.Equal(EntryStatus.Received, Assert.Single(await _desk.EntriesAsync()).Status);
        Assert.Equal("""{"entryId":"rec-1"}""", Assert.Single(_desk.Queue.Sent).Body);
        Assert.Empty(await _desk.OutboxAsync());
    }

    [Theory]
    [InlineData(19, 202)]
    [InlineData(20, 429)]
    public async Task WhenAsManyWaitAsMay_TheAnswerIs429(int waiting, int status)
    {
        for (var i = 0; i < waiting; i++)
        {
            Assert.Equal(202, (await PostAsync(Recommendations.Call(id: $"before-{i}"))).Status);
        }

        var (answer, body) = await PostAsync(Recommendations.Call());

        Assert.Equal(status, answer);
        Assert.Equal(status == 429, body.TryGetProperty("problems", out var problems) && problems[0].GetProperty("problem").GetString()!.Contains("at most 20 may", StringComparison.Ordinal));
        Assert.Equal(20, (await _desk.EntriesAsync()).Count);
    }

    [Fact]
    public async Task WhenTheSameIsPostedAgain_TheAnswerIs200AndNothingHappens()
    {
        await PostAsync(Recommendations.Call());

        Assert.Equal(200, (await PostAsync(Recommendations.Call())).Status);
        Assert.Equal(200, (await PostAsync(Recommendations.Call().Replace(" ", "", StringComparison.Ordinal))).Status);
        Assert.Single(await _desk.EntriesAsync());
        Assert.Single(_desk.Queue.Sent);
    }

    [Fact]
    public async Task WhenTheSameComesAgainAfterItExpired_ItIsStillARepeat()
    {
        await PostAsync(Recommendations.Call());
        _desk.Time.Advance(TimeSpan.FromHours(8));

        Assert.Equal(200, (await PostAsync(Recommendations.Call())).Status);
        var (status, body) = await PostAsync(Recommendations.Call(id: "rec-2"));
        Assert.Equal((400, "$.expiresAt"), (status, Assert.Single(Paths(body))));
    }

    [Fact]
    public async Task WhenAnotherWishBearsTheSameId_TheAnswerIs409AndTheFirstStands()
    {
        await PostAsync(Recommendations.Call());

        var (status, body) = await PostAsync(Recommendations.Call(quantity: 2));

        Assert.Equal((409, "$.recommendationId"), (status, Assert.Single(Paths(body))));
        Assert.Equal(1, Assert.Single(await _desk.EntriesAsync()).Recommendation.Quantity);
    }

    [Fact]
    public async Task WhenSeveralThingsAreWrong_AllAreNamedByTheirPaths()
    {
        var (status, body) = await PostAsync("""{"recommendationId":"a b","action":"BUY_CAL","quantity":0,"colour":"red"}""");

        Assert.Equal(400, status);
        Assert.Superset(new HashSet<string> { "$.recommendationId", "$.action", "$.quantity", "$.colour", "$.expiresAt" }, Paths(body).ToHashSet());
        Assert.Empty(await _desk.EntriesAsync());
    }

    [Theory]
    [InlineData(null, 415)]
    [InlineData("", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=\"utf-8\"", 202)]
    [InlineData("application/json; charset=UTF-8", 202)]
    [InlineData("APPLICATION/JSON", 202)]
    public async Task WhenTheTypeIsAnother_TheAnswerIs415(string? type, int status) =>
        Assert.Equal(status, (await PostAsync(Encoding.UTF8.GetBytes(Recommendations.Call()), type)).Status);

    [Theory]
    [InlineData(0, 202)]
    [InlineData(1, 413)]
    [InlineData(1_000_000, 413)]
    public async Task WhenTheBodyIsTooLong_TheAnswerIs413(int beyond, int status)
    {
        var body = Recommendations.Call();
        var blanks = new string(' ', (64 * 1024) - Encoding.UTF8.GetByteCount(body) + beyond);

        Assert.Equal(status, (await PostAsync(body + blanks)).Status);
    }

    [Fact]
    public async Task WhenTheBytesAreNoText_TheAnswerIs400() =>
        Assert.Equal(400, (await PostAsync([0xFF, 0xFE, 0x80, 0xC0, 0x00, 0xED, 0xA0, 0x80], "application/json")).Status);

    [Fact]
    public async Task WhenTheConnectionBreaks_TheAnswerIs400()
    {
        var context = Context("application/json");
        context.Request.Body = new BrokenStream();

        Assert.Equal(400, (await AnswerAsync(context)).Status);
    }

    [Theory]
    [InlineData(CommitFault.UnknownBeforeCommit, 503, 0)]
    [InlineData(CommitFault.UnknownAfterCommit, 200, 1)]
    public async Task WhenTheStorageDoesNotTell_ItIsTakenOnceOrAskedForAgain(CommitFault fault, int status, int written)
    {
        _desk.Ledger.Faults.FailNextCommit(fault);

        Assert.Equal(status, (await PostAsync(Recommendations.Call())).Status);
        Assert.Equal(written, (await _desk.EntriesAsync()).Count);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SettleAsync();
        Assert.Equal(written == 0 ? 202 : 200, (await PostAsync(Recommendations.Call())).Status);
        Assert.Single(await _desk.EntriesAsync());
    }

    [Fact]
    public async Task WhenTheStorageIsDown_TheAnswerSaysWhenToComeAgain()
    {
        _desk.Ledger.Faults.FailNextCommit(CommitFault.UnknownBeforeCommit);
        var context = Context("application/json");
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Recommendations.Call()));

        Assert.Equal(503, (await AnswerAsync(context)).Status);
        Assert.Equal("5", context.Response.Headers.RetryAfter);
    }

    private static IEnumerable<string> Paths(JsonElement body) =>
        body.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()!);

    private Task<(int Status, JsonElement Body)> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body), "application/json");

    private Task<(int Status, JsonElement Body)> PostAsync(byte[] body, string? type)
    {
        var context = Context(type);
        context.Request.Body = new MemoryStream(body);
        return AnswerAsync(context);
    }

    private static DefaultHttpContext Context(string? type)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.ContentType = type;
        context.Response.Body = new MemoryStream();
        return context;
    }

    private async Task<(int Status, JsonElement Body)> AnswerAsync(DefaultHttpContext context)
    {
        var result = await new SubmitRecommendation(_desk.Get<Dispatcher>()).Run(context.Request, default);
        await result.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        using var document = await JsonDocument.ParseAsync(context.Response.Body);
        return (context.Response.StatusCode, document.RootElement.Clone());
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
