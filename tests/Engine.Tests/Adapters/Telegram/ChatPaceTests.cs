using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.TestKit.Time;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Telegram;

public sealed class ChatPaceTests
{
    private const long Owner = 77;
    private const long Group = -100;

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2015, 12, 22, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public void WhenAFewComeAtOnce_TheNextWaitsASecond()
    {
        var pace = new ChatPace(_time, isKept: true);
        Assert.All(Enumerable.Range(0, ChatPace.Burst), _ => Assert.Equal(TimeSpan.Zero, pace.Take(Owner)));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take(Owner));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(TimeSpan.FromMilliseconds(1), pace.Take(Owner));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Take(Owner));
        Assert.True(pace.Take(Owner) > TimeSpan.Zero);
    }

    [Fact]
    public void WhenAMinuteIsFull_NoMoreThanOneASecondHaveLeftPlusTheFewAtOnce()
    {
        var pace = new ChatPace(_time, isKept: true);
        Assert.Equal(60 + ChatPace.Burst - 1, Sent(pace, Owner, seconds: 60));
    }

    [Fact]
    public void WhenItIsAGroup_AMinuteTakesTwentyAndTheNextBegins()
    {
        var pace = new ChatPace(_time, isKept: true);
        Assert.Equal(ChatPace.GroupMessagesAMinute, Sent(pace, Group, seconds: 60));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, pace.Take(Group));
    }

    [Fact]
    public void WhenManyChatsWrite_ASecondTakesThirtyInAll()
    {
        var pace = new ChatPace(_time, isKept: true);
        Assert.Equal(ChatPace.MessagesASecond, Enumerable.Range(1, 40).Count(chat => pace.Take(chat) == TimeSpan.Zero));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Take(41));
    }

    [Fact]
    public void WhenAnotherServerCounts_NothingIsHeldBack()
    {
        var pace = new ChatPace(_time, isKept: false);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(TimeSpan.Zero, pace.Take(Owner)));
    }

    // Tries ten times a second.
    private int Sent(ChatPace pace, long chat, int seconds)
    {
        var sent = 0;
        for (var i = 0; i < seconds * 10; i++)
        {
            sent += pace.Take(chat) == TimeSpan.Zero ? 1 : 0;
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return sent;
    }
}
