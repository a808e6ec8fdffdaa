using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class ConfirmationTests
{
    // S: the stop fired, h: it held, u: undecided; read 15 s apart, the newest 15 s before noon.
    private static List<Evaluation> Read(string readings, double apart = 15) =>
        [.. readings.Select((reading, i) => Evaluation(reading, SampleSession.Noon.AddSeconds(-apart * (readings.Length - i))))];

    private static Evaluation Evaluation(char reading, DateTimeOffset at) => new(
        at,
        reading switch { 'S' => DecisionKind.Close, 'h' => DecisionKind.Hold, _ => DecisionKind.Undecided },
        ExitReason.StopLoss, null, null, QuoteQuality.Usable,
        reading switch { 'S' => true, 'h' => false, _ => null });

    private static bool IsConfirmed(IReadOnlyList<Evaluation> earlier, bool deep = false, bool zeroBid = false) =>
        Confirmation.IsConfirmed(earlier, SampleSession.Later(0), deep, zeroBid);

    [Theory]
    [InlineData("", false)]
    [InlineData("S", false)]
    [InlineData("hh", false)]
    [InlineData("hS", true)]
    [InlineData("Sh", true)]
    [InlineData("SS", true)]
    [InlineData("Shh", false)]
    [InlineData("SuSu", true)]
    [InlineData("Shu", true)]
    [InlineData("uuuu", false)]
    public void WhenTwoOfThreeDecidedReadingsAgree_ItIsConfirmed(string earlier, bool expected) =>
        Assert.Equal(expected, IsConfirmed(Read(earlier)));

    [Theory]
    [InlineData("", false)]
    [InlineData("S", true)]
    [InlineData("Su", true)]
    [InlineData("h", false)]
    [InlineData("hh", false)]
    [InlineData("Sh", true)] // by two of three
    public void WhenTheLossIsDeep_TwoOfTwoSuffice(string earlier, bool expected) =>
        Assert.Equal(expected, IsConfirmed(Read(earlier), deep: true));

    [Theory]
    [InlineData("S", false)]
    [InlineData("hS", false)]
    [InlineData("Sh", false)]
    [InlineData("SS", true)]
    [InlineData("SuS", true)]
    public void WhenTheBidIsZero_ThreeOfThreeAreNeeded(string earlier, bool expected) =>
        Assert.Equal(expected, IsConfirmed(Read(earlier), deep: true, zeroBid: true));

    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5.0, true)]
    public void WhenReadingsAreNearerThanFiveSeconds_TheyAreOne(double apart, bool expected) =>
        Assert.Equal(expected, IsConfirmed(Read("S", apart), deep: true));

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void WhenAHoldStood_ItCountsTwice(int heldFor, bool expected)
    {
        List<Evaluation> earlier =
        [
            Evaluation('S', SampleSession.Noon.AddSeconds(-heldFor - 15)),
            Evaluation('h', SampleSession.Noon.AddSeconds(-heldFor)),
        ];

        Assert.Equal(expected, IsConfirmed(earlier));
    }

    [Theory]
    [InlineData(59.9, false)]
    [InlineData(60, false)] // the reading before is from the first minute
    [InlineData(75, true)]
    public void WhenTheSessionIsYoung_ReadingsOfItsFirstMinuteDoNotCount(double secondsAfterOpen, bool expected)
    {
        var now = SampleSession.OpenAt.AddSeconds(secondsAfterOpen);

        Assert.Equal(
            expected,
            Confirmation.IsConfirmed([Evaluation('S', now.AddSeconds(-15))], SampleSession.At(now), deep: true, zeroBid: false));
    }

    [Fact]
    public void WhenReadingsAreFromThePreviousSession_TheyDoNotCount()
    {
        List<Evaluation> yesterday =
        [
            Evaluation('S', SampleSession.CloseAt.AddDays(-1).AddSeconds(-30)),
            Evaluation('S', SampleSession.CloseAt.AddDays(-1).AddSeconds(-15)),
        ];

        Assert.False(IsConfirmed(yesterday, deep: true));
    }

    [Fact]
    public void WhenTheMarketIsClosed_NothingIsConfirmed() =>
        Assert.False(Confirmation.IsConfirmed(Read("SSS"), SampleSession.Closed, deep: true, zeroBid: false));
}
