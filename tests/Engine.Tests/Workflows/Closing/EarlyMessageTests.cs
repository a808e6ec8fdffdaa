using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A message too many must not live on beside the one that is due: each would call the broker for ever.</summary>
public sealed class EarlyMessageTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenManyRepeatsCome_TheClosingLooksNoOftenerThanWithout()
    {
        await WorkAsync();
        var alone = await MessagesInAMinuteAsync();
        for (var i = 0; i < 20; i++)
        {
            await RepeatAsync($"repeat{i}");
        }

        Assert.InRange(await MessagesInAMinuteAsync(), 1, alone + 1);
    }

    [Fact]
    public async Task WhenTheDueMessageGotLost_AnEarlyOneSendsItAgain()
    {
        await WorkAsync();
        var closing = Assert.Single(await _desk.ClosingsAsync());
        _desk.Queue.Forget();
        await RepeatAsync("early");
        Assert.Equal(closing.NextAt, _desk.Queue.NextDue);
        Assert.Equal(closing.Revision, Assert.Single(await _desk.ClosingsAsync()).Revision);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public async Task WhenAMessageComesEarly_ItStepsOnlyIfItIsNearItsTime(int millisecondsEarly, bool steps)
    {
        await WorkAsync();
        var closing = Assert.Single(await _desk.ClosingsAsync());
        _desk.Queue.Forget();
        _desk.Time.Advance(closing.NextAt - _desk.Now - TimeSpan.FromMilliseconds(millisecondsEarly));
        await RepeatAsync("early");
        Assert.Equal(steps, Assert.Single(await _desk.ClosingsAsync()).Revision > closing.Revision);
    }

    [Fact]
    public async Task WhenALedgerBegunAnewNamesAClosingAsTheLostOneDid_ItsMessageIsNoRepeat()
    {
        await WorkAsync();
        var lost = Assert.Single(await _desk.ClosingsAsync());
        var begunAnew = lost with { Trigger = lost.Trigger with { At = lost.StartedAt.AddSeconds(30) } };
        Assert.Equal(CloseRequest.Message(lost, "r1").Id, CloseRequest.Message(lost with { Revision = 9 }, "r1").Id);
        Assert.NotEqual(CloseRequest.Message(lost, "r1").Id, CloseRequest.Message(begunAnew, "r1").Id);
        Assert.Equal(CloseRequest.Message(lost, "r1").Body, CloseRequest.Message(begunAnew, "r1").Body);
    }

    // A market order that does not fill is looked at each 5 s once it is some seconds old.
    private async Task WorkAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 3, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.SweepAsync(3);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.True(Assert.Single(await _desk.ClosingsAsync()).NextAt - _desk.Now > CloseExecution.Early);
    }

    private async Task<int> MessagesInAMinuteAsync()
    {
        var before = _desk.Queue.Delivered;
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        return _desk.Queue.Delivered - before;
    }

    private async Task RepeatAsync(string occasion)
    {
        var closing = Assert.Single(await _desk.ClosingsAsync());
        await _desk.Queue.TrySendAsync(CloseRequest.Message(closing, occasion), default);
        await _desk.DrainAsync();
    }
}
