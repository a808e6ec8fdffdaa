using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using Xunit;

namespace ExitDesk.Engine.Tests.Outbox;

public sealed class NoticeSettingsTests
{
    [Theory]
    [InlineData(NoticeLevel.On, NoticeLevel.On, NoticeLevel.On)]
    [InlineData(NoticeLevel.Silent, NoticeLevel.On, NoticeLevel.Silent)]
    [InlineData(NoticeLevel.On, NoticeLevel.Silent, NoticeLevel.Silent)]
    [InlineData(NoticeLevel.Off, NoticeLevel.Silent, NoticeLevel.Off)]
    [InlineData(NoticeLevel.Silent, NoticeLevel.Off, NoticeLevel.Off)]
    public void WhenKindAndRuleDiffer_TheQuieterHolds(NoticeLevel kind, NoticeLevel reason, NoticeLevel expected) =>
        Assert.Equal(expected, With(NoticeKind.Receipt, kind, ExitReason.TakeProfit, reason).Of(NoticeKind.Receipt, ExitReason.TakeProfit));

    [Theory]
    [InlineData(NoticeKind.Alert)]
    [InlineData(NoticeKind.Expiry)]
    [InlineData(NoticeKind.Question)]
    [InlineData(NoticeKind.Answer)]
    public void WhenItMustArrive_OffMeansWithoutASound(NoticeKind kind) =>
        Assert.Equal(NoticeLevel.Silent, With(kind, NoticeLevel.Off, ExitReason.TakeProfit, NoticeLevel.Off).Of(kind, ExitReason.TakeProfit));

    [Theory]
    [InlineData(ExitReason.Emergency)]
    [InlineData(ExitReason.ExerciseRisk)]
    public void WhenTheRuleMustArrive_ItsReceiptsDo(ExitReason rule) =>
        Assert.Equal(NoticeLevel.Silent, With(NoticeKind.Receipt, NoticeLevel.Off, rule, NoticeLevel.On).Of(NoticeKind.Receipt, rule));

    [Fact]
    public void WhenNobodyGaveAKind_ItIsAnAlertAndArrives() =>
        Assert.Equal(NoticeKind.Alert, new Notice(Engine.Ports.Desk.Card.Plain("x")).Kind);

    [Fact]
    public void WhenWrittenAndReadAgain_TheyAreTheSame()
    {
        var settings = With(NoticeKind.Close, NoticeLevel.Off, ExitReason.StopLoss, NoticeLevel.Silent) with { Version = 3 };
        var read = LedgerJson.Read<NoticeSettings>("x", LedgerJson.Write(settings));
        Assert.Equal((NoticeLevel.Off, NoticeLevel.Silent, 3), (read.Of(NoticeKind.Close), read.Of(ExitReason.StopLoss), read.Version));
    }

    [Fact]
    public void WhenSubjectsAreNamed_EachKindAndRuleHasAnameOfItsOwnThatFitsAButton()
    {
        Assert.Equal(Enum.GetValues<NoticeKind>().Length + Enum.GetValues<ExitReason>().Length, NoticeSubject.All.Select(subject => subject.Name).Distinct().Count());
        Assert.All(NoticeSubject.All, subject => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount($"{SettingsCard.Verb(subject)}:{new string('f', 32)}"), 1, 64));
    }

    private static NoticeSettings With(NoticeKind kind, NoticeLevel kindLevel, ExitReason reason, NoticeLevel reasonLevel) => new(
        new Dictionary<NoticeKind, NoticeLevel> { [kind] = kindLevel }, new Dictionary<ExitReason, NoticeLevel> { [reason] = reasonLevel });
}
