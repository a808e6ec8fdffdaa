using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>When an alarm makes a sound, and what becomes of the card above it.</summary>
public sealed class ExpiryRepeatTests
{
    private readonly ExpiryBench _bench = new()
    {
        Underlying = ExpiryBench.At(0.001m),
        Switches = new DeskSwitches(TradingMode.Monitor, TradingState.Active),
    };

    private DeskHarness Desk => _bench.Desk;

    private InMemoryDesk Chat => _bench.Desk.Desk;

    [Theory]
    [InlineData(54, 1)]
    [InlineData(55, 2)]
    public async Task WhenAMinuteIsAlmostOver_TheAlarmSoundsAnew(int second, int sounds)
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 31);
        await _bench.CycleAtAsync(14, 31, second);
        Assert.Equal(sounds, Chat.Sounds);

        // The last word comes after what sounds: a chat that is full must not keep the alarm back.
        Assert.Equal(sounds == 2, Chat.Last.Contains("Continued below", StringComparison.Ordinal));
        Assert.Single(await Desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open);
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(55, 2)]
    public async Task WhenItFellAndReturns_ItSoundsAtOnceUnlessHeardWithinTheMinute(int second, int sounds)
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 31);
        await CycleAsync(14, 31, 20, -0.001m);
        Assert.Contains("Expires today</b>", Chat.Last, StringComparison.Ordinal);
        await CycleAsync(14, 31, second, 0.001m);
        Assert.Equal(sounds, Chat.Sounds);
        Assert.Contains("in the money, not closed", Chat.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItFellForLong_NothingSoundsUntilItReturns()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 31);
        foreach (var minute in new[] { 32, 33, 34 })
        {
            await CycleAsync(14, minute, 0, -0.001m);
        }

        Assert.Equal(1, Chat.Sounds);
        await CycleAsync(14, 34, 15, 0.001m);
        Assert.Equal(2, Chat.Sounds);
    }

    [Fact]
    public async Task WhenItFlapsAtEveryCycle_ItSoundsOnceAMinute()
    {
        await _bench.SeedAsync();
        for (var i = 0; i < 40; i++)
        {
            await CycleAsync(14, 31 + (i / 4), 15 * (i % 4), i % 2 == 0 ? 0.001m : -0.001m);
        }

        Assert.Equal(10, Chat.Sounds);
    }

    [Fact]
    public async Task WhenItGetsLouderWithinTheMinute_ItSoundsAtOnce()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 54, 59);
        await _bench.CycleAtAsync(14, 55);
        Assert.Equal(2, Chat.Sounds);
    }

    [Fact]
    public async Task WhenAFirstTapWaits_ItsQuestionOutlivesTheAlarmsAndTheSecondTapCloses()
    {
        await TapOnceAsync();
        var question = Chat.Shown[0];
        await _bench.CycleAtAsync(14, 32);
        await _bench.CycleAtAsync(14, 33);
        Assert.Equal(3, Chat.Sounds);
        Assert.Equal(question, Chat.Shown[0]);
        Assert.Contains("Tap again to close anyway", question.Html, StringComparison.Ordinal);

        // The market has moved by more than a card's worst price meanwhile: an alarm is not bound to one.
        Desk.Market.Quote(ExpiryBench.Call, 2.10m, 2.20m);
        await Desk.PressAsync(question.Buttons[0][0].Data);
        await Desk.RunUntilQuietAsync();
        Assert.Equal((ExpiryBench.Call, 2m), Assert.Single(Desk.Broker.Closes));
        await _bench.CycleAsync();
        Assert.All(Chat.Shown, card => Assert.Empty(card.Buttons));
    }

    [Fact]
    public async Task WhenTwoFirstTapsWait_OnlyTheNewerQuestionStays()
    {
        await TapOnceAsync();
        await _bench.CycleAtAsync(14, 32);
        await Desk.PressAsync(Chat.Shown[1].Buttons[0][0].Data);
        await _bench.CycleAtAsync(14, 33);
        Assert.Empty(Chat.Shown[0].Buttons);
        Assert.Contains("Tap again to close anyway", Chat.Shown[1].Html, StringComparison.Ordinal);
        Assert.Equal(["Close now", "Do not exercise", "Why?"], Chat.Shown[2].Buttons.SelectMany(row => row).Select(button => button.Label));
    }

    [Fact]
    public async Task WhenThePositionEnds_TheWaitingQuestionEndsWithIt()
    {
        await TapOnceAsync();
        await _bench.CycleAtAsync(14, 32);
        await _bench.PutAsync((await Desk.PositionAsync(ExpiryBench.Call)) with { Status = PositionStatus.Closed });
        await _bench.CycleAsync();
        Assert.All(Chat.Shown, card => Assert.Empty(card.Buttons));
        Assert.DoesNotContain(await Desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open);
    }

    [Fact]
    public async Task WhenTheOwnerCancelled_TheAlarmGoesOn()
    {
        await TapOnceAsync();
        await Desk.PressAsync(Desk.Desk.Button("Cancel"));
        await _bench.CycleAtAsync(14, 32);
        Assert.Equal(2, Chat.Sounds);
        Assert.NotEmpty(Chat.Shown[^1].Buttons);
    }

    [Fact]
    public async Task WhenDoNotExerciseWasTapped_ItsQuestionOutlivesTheAlarms()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 31);
        await Desk.PressAsync(Desk.Desk.Button("Do not exercise"));
        var confirm = Chat.Shown[^1].Buttons[0][0].Data;
        await _bench.CycleAtAsync(14, 32);
        await _bench.CycleAtAsync(14, 33);
        await Desk.PressAsync(confirm);
        Assert.Equal(ExpiryBench.Call, Assert.Single(Desk.Broker.NotExercised));
        await _bench.CycleAtAsync(14, 34);
        Assert.Contains(Chat.Shown[^1].Buttons.SelectMany(row => row), button => button.Label == "Do not exercise");
    }

    [Fact]
    public async Task WhenTheProcessRestarts_TheMinuteGoesOn()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 31);
        Desk.Restart();
        await _bench.CycleAtAsync(14, 31, 54);
        Assert.Equal(1, Chat.Sounds);
        await _bench.CycleAsync(Desk.Start());
        await _bench.CycleAtAsync(14, 31, 55);
        await _bench.CycleAsync(Desk.Start());
        Assert.Equal(2, Chat.Sounds);
    }

    private async Task CycleAsync(int hour, int minute, int second, decimal moneyness)
    {
        _bench.Underlying = ExpiryBench.At(moneyness);
        await _bench.CycleAtAsync(hour, minute, second);
    }

    // In Monitor a close wants a second tap.
    private async Task TapOnceAsync()
    {
        Desk.Options = Desk.Options with { InitialMode = TradingMode.Monitor };
        Desk.Restart();
        await _bench.SeedAsync();
        Desk.Broker.Hold(ExpiryBench.Call, 2, 3m);
        Desk.Market.Quote(ExpiryBench.Call, 3.10m, 3.20m);
        await _bench.CycleAtAsync(14, 31);
        await Desk.PressAsync(Desk.Desk.Button("Close now"));
        Assert.Empty(Desk.Broker.Closes);
    }
}
