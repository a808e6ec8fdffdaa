using ExitDesk.Engine.Outbox;
using Xunit;

namespace ExitDesk.Engine.Tests.Outbox;

public sealed class IdleNoticesTests
{
    private static readonly DateTimeOffset Now = new(2015, 12, 24, 19, 31, 0, TimeSpan.Zero);

    [Fact]
    public void WhenACardWaitsInSeveralVersions_OnlyItsNewestCounts() =>
        Assert.Equal(["b", "a"], Idle(Card("c", 2, "x"), Card("a", 1, "x"), Card("b", 0, "x"), Card("other", 0, "y")));

    [Fact]
    public void WhenItsLastWordIsOlder_TheLastWordCounts() =>
        Assert.Equal(["newer"], Idle(Card("last", 0, "x", isFinal: true), Card("newer", 1, "x")));

    [Fact]
    public void WhenMessagesAreOfOneTopic_OnlyTheNewestCounts() =>
        Assert.Equal(["a"], Idle(Card("a", 0, topic: "roll"), Card("b", 1, topic: "roll"), Card("c", 0, topic: "else")));

    [Fact]
    public void WhenMessagesStandForThemselves_NoneIsIdle() =>
        Assert.Empty(Idle(Card("a", 0), Card("b", 1), new OutboxEntry("c", Now)));

    [Fact]
    public void WhenACardIsNamedLikeATopic_TheyAreNotTheSame() => Assert.Empty(Idle(Card("a", 0, "x"), Card("b", 1, topic: "x")));

    private static IEnumerable<string> Idle(params OutboxEntry[] entries) => IdleNotices.Among(entries).Select(entry => entry.Id);

    private static OutboxEntry Card(string id, int second, string? key = null, bool isFinal = false, string? topic = null) => new(id, Now.AddSeconds(second))
    {
        Notice = new Notice(Engine.Ports.Desk.Card.Plain(id), key, isFinal) { Topic = topic },
    };
}
