using ExitDesk.Engine.Adapters.Telegram;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Telegram;

public sealed class TelegramUpdateTimeTests
{
    [Fact]
    public void WhenAMessageIsRead_ItsDateIsKept()
    {
        var update = TelegramUpdates.Read(
            """{"update_id":7,"message":{"message_id":1,"date":1450796400,"text":"/help","chat":{"id":77,"type":"private"},"from":{"id":4711,"is_bot":false,"first_name":"Ada"}}}""",
            out var problem);
        Assert.Null(problem);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1450796400), update!.SentAt);
    }

    [Fact]
    public void WhenAPressIsRead_TheDateOfItsCardIsNotTaken()
    {
        var update = TelegramUpdates.Read(
            """{"update_id":8,"callback_query":{"id":"c","chat_instance":"1","data":"close:x","from":{"id":4711,"is_bot":false,"first_name":"Ada"},"message":{"message_id":1,"date":1450796400,"chat":{"id":77,"type":"private"}}}}""",
            out _);
        Assert.True(update!.IsPress);
        Assert.Null(update.SentAt);
    }
}
