using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Entries;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Functions.Http;
using ExitDesk.TestKit.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Functions.Tests.Http;

/// <summary>Whatever is posted: never a 500, and never anything half made.</summary>
public sealed class HostileRecommendationsTests
{
    private const int Mutations = 1_500;
    private const int Seed = 20151222;

    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1e400", "-0", "99999999999999999999", "0.000000000000000000000000000001", "\"\"", "\" \"", "[]", "{}", "[[[]]]", "\"\\ud800\"", "\"\\u0000\"",
        "\"GOOG\"", "\"BUY_PUT\"", "\"../../etc\"", "\"<script>alert(1)</script>\"", "\"'; drop table entries; --\"", "\"9999-12-31T23:59:59Z\"", "\"2015-12-22T20:00:00+99:00\"",
        "\"GOOG160115C00750000\"", "\"GOOG161350C00750000\"", "\"\\u202e\"", "1.5", "\"1.50\"", "{\"stopLoss\":{\"debitLoss\":{}}}", "[1,2,3]", "\"" + "x" + "\"",
    ];

    private readonly DeskHarness _desk = new() { Entries = EntrySettings.Default with { MaximumPending = 10_000 } };

    // So many as no door takes: here each body is to be judged by itself.
    public HostileRecommendationsTests() => _desk.Restart();

    public static TheoryData<string> HandPicked =>
    [
        "", " ", "null", "1", "[]", "{}", "{", "}", "\"x\"", "\0", "{\"recommendationId\":1}", "{\"recommendationId\":\"a\",\"recommendationId\":\"b\"}",
        "{\"\\ud800\":1}", "{\"recommendationId\":\"\\ud800\"}", "<?xml version=\"1.0\"?>", "// comment\n{}", "{\"a\":1,}", "NaN", "{\"quantity\":NaN}", "\uFEFF{}",
        "{\"entryId\":\"rec-1\"}", "{\"entryId\":\"\"}", new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"exitPlan\":", 5_000)),
        "{\"notes\":\"" + new string('y', 60_000) + "\"}", Recommendations.Call(id: "a/b"), Recommendations.Call(id: "a#b"), Recommendations.Call(id: new string('a', 65)),
        Recommendations.Call(contract: "GOOG"), Recommendations.Call(quantity: -1), Recommendations.Call(limit: 1.505m), Recommendations.Call(expiresAt: "yesterday"),
        Recommendations.Call(more: ", \"notes\": \"\\u0000\""), Recommendations.Call(more: ", \"exitPlan\": {\"stopLoss\": {\"debitLoss\": 30}}"),
    ];

    [Theory]
    [MemberData(nameof(HandPicked))]
    public async Task WhenItIsNoRecommendation_TheAnswerIsARefusalAndNothingIsWritten(string body)
    {
        Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(body)));
        Assert.Empty(await _desk.EntriesAsync());
        Assert.Empty(_desk.Queue.Sent);
        Assert.Empty(await _desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenBodiesAreSpoiledAtRandom_EachIsTakenWholeOrNotAtAll()
    {
        var random = new Random(Seed);
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < Mutations; i++)
        {
            var body = Spoiled(random, i);
            var status = await PostAsync(body);
            Assert.True(status is 200 or 202 or 400 or 409 or 413, $"mutation {i} of seed {Seed}: {status} for {Encoding.UTF8.GetString(body)}");
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        var entries = await _desk.EntriesAsync();
        Assert.Equal(answers.GetValueOrDefault(202), entries.Count);
        Assert.Equal(entries.Select(entry => entry.Id).Order(StringComparer.Ordinal), Asked().Order(StringComparer.Ordinal));
        Assert.Empty(await _desk.OutboxAsync());
        Assert.True(answers.GetValueOrDefault(400) > 200 && entries.Count > 20, string.Join(", ", answers));
    }

    private IEnumerable<string> Asked() => _desk.Queue.Sent.Select(message => LedgerJson.Read<EntryRequest>(message.Queue, message.Body).EntryId);

    // Some stay as they are, under a few ids, so that repeats and other wishes of one id are among them.
    private static byte[] Spoiled(Random random, int number)
    {
        var text = Recommendations.Call(id: $"rec-{random.Next(number / 4 + 1)}", quantity: random.Next(1, 3), more: random.Next(2) == 0 ? "" : ", \"strategy\": \"swing\"");
        switch (random.Next(6))
        {
            case 0:
                return Encoding.UTF8.GetBytes(text);
            case 1:
                return Encoding.UTF8.GetBytes(text[..random.Next(text.Length)]);
            case 2:
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 3:
                var names = JsonNode.Parse(text)!.AsObject().Select(member => member.Key).ToList();
                return Encoding.UTF8.GetBytes(With(text, names[random.Next(names.Count)], Values[random.Next(Values.Length)]));
            case 4:
                return Encoding.UTF8.GetBytes(text.Replace("{ ", $"{{ \"{Names[random.Next(Names.Length)]}\": {Values[random.Next(Values.Length)]}, ", StringComparison.Ordinal));
            default:
                var at = random.Next(text.Length);
                return Encoding.UTF8.GetBytes(text.Remove(at, 1).Insert(random.Next(text.Length - 1), text[at].ToString()));
        }
    }

    private static readonly string[] Names = ["recommendationId", "symbol", "buy", "sell", "maximumSlippage", "notes", "exitPlan", "Action", "limit", "\\u0061ction", ""];

    private static string With(string text, string name, string value)
    {
        var members = JsonNode.Parse(text)!.AsObject().Select(member => $"\"{member.Key}\":{(member.Key == name ? value : member.Value!.ToJsonString(JsonSerializerOptions.Default))}");
        return $"{{{string.Join(',', members)}}}";
    }

    private async Task<int> PostAsync(byte[] body)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        var result = await new SubmitRecommendation(_desk.Get<Dispatcher>()).Run(context.Request, default);
        await result.ExecuteAsync(context);
        return context.Response.StatusCode;
    }
}
