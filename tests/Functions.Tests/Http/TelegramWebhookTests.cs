using System.Text;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Functions.Http;
using ExitDesk.TestKit.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Xunit;

namespace ExitDesk.Functions.Tests.Http;

public sealed class TelegramWebhookTests
{
    private readonly DeskHarness _desk = new();

    public static TheoryData<string> Bodies =>
    [
        "", " ", "null", "1", "[]", "{}", "{", "\"x\"", "\0", "{\"update_id\":1}", "{\"update_id\":-1}", "{\"update_id\":\"1\"}",
        "{\"update_id\":99999999999999}", "{\"update_id\":1,\"message\":null}", "{\"update_id\":1,\"message\":{}}", "{\"update_id\":1,\"message\":[]}",
        "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":9223372036854775807,\"text\":\"/halt\"}}",
        "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},\"from\":{\"id\":4711},\"text\":\"\\ud800\"}}",
        "{\"update_id\":1,\"\\ud800\":1}",
        "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":77,\"type\":\"moon\"},\"from\":{\"id\":4711,\"first_name\":\"A\"},\"text\":\"/halt\"}}",
        "{\"update_id\":1,\"callback_query\":{}}", "{\"update_id\":1,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":4711},\"data\":\"x\"}}",
        "{\"update_id\":1,\"edited_message\":{}}", "<?xml version=\"1.0\"?>",
        new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"message\":", 5_000)), "{\"update_id\":1,\"x\":\"" + new string('y', 100_000) + "\"}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task WhenAStrangerPostsAnything_TheAnswerIs200AndNothingHappens(string body)
    {
        foreach (var secret in new[] { null, "wrong" })
        {
            Assert.IsType<Ok>(await PostAsync(Encoding.UTF8.GetBytes(body), secret));
        }

        Assert.Empty(_desk.Queue.Sent);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task WhenTheSecretIsRightButTheBodyIsNot_TheAnswerIs200(string body) =>
        Assert.IsType<Ok>(await PostAsync(Encoding.UTF8.GetBytes(body), DeskHarness.Secret));

    [Fact]
    public async Task WhenTheBytesAreNoText_TheAnswerIs200() =>
        Assert.IsType<Ok>(await PostAsync([0xFF, 0xFE, 0x80, 0xC0, 0x00, 0xED, 0xA0, 0x80], DeskHarness.Secret));

    [Fact]
    public async Task WhenTheConnectionBreaks_TheAnswerIs200()
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new BrokenStream();
        Assert.IsType<Ok>(await new TelegramWebhook(_desk.Get<OperatorInbox>()).Run(context.Request, default));
    }

    [Fact]
    public async Task WhenTheOwnerWrites_ItIsOnTheQueue()
    {
        await PostAsync(OwnersUpdate(), DeskHarness.Secret);
        Assert.Single(_desk.Queue.Sent);
    }

    [Fact]
    public async Task WhenTheStorageFails_TheOwnerIsAskedToComeAgainAndAStrangerIsNot()
    {
        _desk.Ledger.Faults.FailNextCommit(TestKit.Ledgers.CommitFault.UnknownBeforeCommit);
        var answer = Assert.IsType<StatusCodeHttpResult>(await PostAsync(OwnersUpdate(), DeskHarness.Secret));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, answer.StatusCode);

        _desk.Ledger.Faults.FailNextAppendAfter(0);
        Assert.IsType<Ok>(await PostAsync(OwnersUpdate(), "wrong"));
    }

    private static byte[] OwnersUpdate() => Encoding.UTF8.GetBytes(
        """{"update_id":9,"message":{"message_id":1,"date":1,"chat":{"id":77,"type":"private"},"from":{"id":4711,"is_bot":false,"first_name":"Ada"},"text":"/status"}}""");

    private Task<IResult> PostAsync(byte[] body, string? secret)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "text/plain; charset=nonsense";
        context.Request.Body = new MemoryStream(body);
        if (secret is not null)
        {
            context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] = secret;
        }

        return new TelegramWebhook(_desk.Get<OperatorInbox>()).Run(context.Request, default);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
