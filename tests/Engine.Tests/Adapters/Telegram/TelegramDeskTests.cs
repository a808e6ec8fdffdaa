using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.TestKit.Time;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Telegram;

public sealed class TelegramDeskTests
{
    private readonly ScriptedBot _bot = new();
    private readonly ChatAddress _chat = new(77);
    private readonly TelegramDesk _desk;

    public TelegramDeskTests() =>
        _desk = new TelegramDesk(_bot, _chat, new ChatPace(new ManualTimeProvider(new DateTimeOffset(2015, 12, 22, 15, 0, 0, TimeSpan.Zero)), isKept: true));

    [Fact]
    public async Task WhenTheBotIsBlocked_ItIsSaidSo()
    {
        _bot.Answers(new ApiRequestException("Forbidden: bot was blocked by the user", 403));
        Assert.IsType<DeliveryOutcome.Blocked>(await _desk.SendAsync(Card.Plain("x"), default));
    }

    [Fact]
    public async Task WhenTheChatIsNotKnown_TheWordsAreKeptToo()
    {
        _bot.Answers(new ApiRequestException("Bad Request: chat not found", 400));
        Assert.Contains("TELEGRAM_CHAT_ID", Assert.IsType<DeliveryOutcome.Blocked>(await _desk.SendAsync(Card.Plain("x"), default)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheChatMoved_TheNewIdIsToldAndUsedFromThenOn()
    {
        _bot.Answers(new ApiRequestException("Bad Request: group chat was upgraded to a supergroup chat", 400, new ResponseParameters { MigrateToChatId = -1001 }));
        Assert.Equal(new DeliveryOutcome.Moved(-1001), await _desk.SendAsync(Card.Plain("x"), default));
        _chat.Move(-1001);
        await _desk.SendAsync(Card.Plain("x"), default);
        Assert.Contains("\"chat_id\":-1001", _bot.Bodies[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTelegramAsksForAPause_ItIsHandedOnAndNobodySleeps()
    {
        _bot.Answers(new ApiRequestException("Too Many Requests: retry after 17", 429, new ResponseParameters { RetryAfter = 17 }));
        Assert.Equal(new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(17)), await _desk.SendAsync(Card.Plain("x"), default));
        Assert.Single(_bot.Bodies);
    }

    [Fact]
    public async Task WhenTelegramCannotParseTheCard_ItsWordsGoAsPlainText()
    {
        _bot.Answers(new ApiRequestException("Bad Request: can't parse entities: Unsupported start tag", 400));
        Assert.IsType<DeliveryOutcome.Delivered>(await _desk.SendAsync(Card.Plain("<b>a</b> &lt;3"), default));
        Assert.Contains("\"text\":\"a <3\"", System.Text.RegularExpressions.Regex.Unescape(_bot.Bodies[^1]), StringComparison.Ordinal);
        Assert.DoesNotContain("HTML", _bot.Bodies[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bad Request: message is not modified")]
    [InlineData("Bad Request: query is too old and response timeout expired")]
    public async Task WhenNothingNeededToBeDone_ItIsDelivered(string said)
    {
        _bot.Answers(new ApiRequestException(said, 400));
        Assert.IsType<DeliveryOutcome.Delivered>(await _desk.EditAsync(1, Card.Plain("x"), default));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task WhenNothingTellsWhetherItIsThere_ItIsUnknownAndKept(int code)
    {
        _bot.Answers(new ApiRequestException("Not Found", code));
        Assert.IsType<DeliveryOutcome.Unknown>(await _desk.SendAsync(Card.Plain("x"), default));
    }

    [Fact]
    public async Task WhenTooManyComeAtOnce_TheNextIsNotSentAndAnswersToPressesGoThrough()
    {
        for (var i = 0; i < ChatPace.Burst; i++)
        {
            Assert.IsType<DeliveryOutcome.Delivered>(await _desk.SendAsync(Card.Plain("x"), default));
        }

        Assert.Equal(new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(1)), await _desk.EditAsync(1, Card.Plain("x"), default));
        Assert.Equal(ChatPace.Burst, _bot.Bodies.Count);
        Assert.IsType<DeliveryOutcome.Delivered>(await _desk.AnswerPressAsync("call", "ok", default));
    }

    /// <summary>A bot that answers as it is told, then with success.</summary>
    private sealed class ScriptedBot : ITelegramBotClient
    {
        private readonly Queue<Exception> _answers = [];

        public List<string> Bodies { get; } = [];

        public long BotId => 1;

        public TimeSpan Timeout { get; set; }

        public void Answers(Exception problem) => _answers.Enqueue(problem);

        public async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Bodies.Add(await request.ToHttpContent()!.ReadAsStringAsync(cancellationToken));
            if (_answers.TryDequeue(out var problem))
            {
                throw problem;
            }

            return (TResponse)(typeof(TResponse) == typeof(bool) ? true : (object)new Message { Id = 5 });
        }
    }
}
