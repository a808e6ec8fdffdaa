using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Outbox;

public sealed class NoticeOrderTests
{
    private static readonly DateTimeOffset Now = new(2015, 12, 24, 19, 31, 0, TimeSpan.Zero);

    [Fact]
    public void WhenWordsWait_AlarmsGoBeforeStatisticsAndTheNewestFirst() => Assert.Equal(
        ["alert-new", "alert-old", "expiry", "close", "statistic"],
        NoticeOrder.Of([Of("statistic", 9, NoticeKind.Statistic), Of("close", 5, NoticeKind.Close), Of("alert-old", 0, NoticeKind.Alert), Of("expiry", 3, NoticeKind.Expiry), Of("alert-new", 1, NoticeKind.Alert)])
            .Select(entry => entry.Id));

    [Fact]
    public void WhenOlderOnesOfItsTopicWereDropped_TheNewestSaysHowMany()
    {
        var (newest, other) = (Of("c", 2, topic: "slow"), Of("x", 0, topic: "else"));
        var idle = IdleNotices.Among([Of("a", 0, topic: "slow"), Of("b", 1, topic: "slow"), newest, other]);
        Assert.EndsWith("\n×3 while the chat was busy", NoticeOrder.Counted(newest, idle).Notice!.Card.Html, StringComparison.Ordinal);
        Assert.Equal(other, NoticeOrder.Counted(other, idle));
    }

    private static OutboxEntry Of(string id, int second, NoticeKind kind = NoticeKind.Alert, string? topic = null) =>
        new(id, Now.AddSeconds(second)) { Notice = new Notice(Card.Plain(id)) { Kind = kind, Topic = topic } };
}
