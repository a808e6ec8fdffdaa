using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryButtonsTests
{
    private const string LongPut = "GOOG151224P00740000";

    private readonly ExpiryBench _bench = new() { Underlying = ExpiryBench.At(-0.005m) };

    private DeskHarness Desk => _bench.Desk;

    [Fact]
    public async Task WhenHeld_TheLadderIsSilentUntilT2AndTheCardSaysSo()
    {
        await ShowAsync();
        await PressAsync("Hold to T-2");
        var position = await Desk.PositionAsync(ExpiryBench.Call);
        await _bench.AtAsync(14, 57, 59);
        Assert.True(position.IsSilenced(ExitReason.ExerciseRisk, Desk.Now));
        await _bench.CycleAsync();
        Assert.Matches(@"Ada &lt;3 holds it since \d\d:\d\d:\d\d ET, so T-5 is skipped; it is closed at 14:58 ET", Desk.Desk.Last);
        await _bench.AtAsync(14, 58);
        Assert.False(position.IsSilenced(ExitReason.ExerciseRisk, Desk.Now));
        Assert.Contains("Ada <3", Assert.Single(await _bench.AuditAsync("expiry-held")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenT2HasCome_NothingCanBeHeld()
    {
        await ShowAsync();
        await _bench.AtAsync(14, 58);
        await PressAsync("Hold to T-2");
        Assert.Empty((await Desk.PositionAsync(ExpiryBench.Call)).Silences);
        Assert.StartsWith("T-2 began", Desk.Desk.Toasts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenCloseIsPressed_TheOwnersCloseBeginsOnTheSameCard()
    {
        await ShowAsync();
        Desk.Broker.Hold(ExpiryBench.Call, 2, 3m);
        Desk.Market.Quote(ExpiryBench.Call, 3.10m, 3.20m);
        await PressAsync("Close now");
        await Desk.RunUntilQuietAsync();
        Assert.Equal((ExpiryBench.Call, 2m), Assert.Single(Desk.Broker.Closes));
        Assert.Single(Desk.Desk.Shown);
    }

    [Fact]
    public async Task WhenCloseIsPressedInMonitor_ASecondTapIsAskedFor()
    {
        Desk.Options = Desk.Options with { InitialMode = TradingMode.Monitor };
        Desk.Restart();
        _bench.Switches = new DeskSwitches(TradingMode.Monitor, TradingState.Active);
        await ShowAsync();
        Desk.Broker.Hold(ExpiryBench.Call, 2, 3m);
        Desk.Market.Quote(ExpiryBench.Call, 3.10m, 3.20m);
        await PressAsync("Close now");
        Assert.Empty(Desk.Broker.Closes);
        await PressAsync("Close now");
        await Desk.RunUntilQuietAsync();
        Assert.Single(Desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenDoNotExerciseIsTappedTwice_TheBrokerIsToldOnce()
    {
        await ShowAsync();
        await PressAsync("Do not exercise");
        Assert.Empty(Desk.Broker.NotExercised);
        Assert.Contains("what it is worth then is lost", Desk.Desk.Last, StringComparison.Ordinal);
        var confirm = Desk.Desk.Button("Do not exercise");
        await Desk.PressAsync(confirm);
        await Desk.PressAsync(confirm);
        Assert.Equal(ExpiryBench.Call, Assert.Single(Desk.Broker.NotExercised));
        Assert.Contains("told by Ada", Assert.Single(await _bench.AuditAsync("do-not-exercise")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheBrokerGivesNoAnswer_ItIsSaidAndTheNextTapTellsItAgain()
    {
        await ShowAsync();
        await PressAsync("Do not exercise");
        Desk.Broker.InstructionAnswer = new InstructionOutcome.Unknown("timeout");
        await PressAsync("Do not exercise");
        Assert.Contains("it may hold or not. Tapping again is safe.", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Empty(Desk.Broker.NotExercised);
        Desk.Broker.InstructionAnswer = null;
        await PressAsync("Do not exercise");
        Assert.Single(Desk.Broker.NotExercised);
        Assert.Equal(2, (await _bench.AuditAsync("do-not-exercise")).Count);
    }

    [Fact]
    public async Task WhenTheBrokerRefuses_ItsWordsAreShown()
    {
        await ShowAsync();
        await PressAsync("Do not exercise");
        Desk.Broker.InstructionAnswer = new InstructionOutcome.Refused(403, null, "too late <today>");
        await PressAsync("Do not exercise");
        Assert.Contains("too late &lt;today&gt;", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenASpreadExpires_OnlyItsLongLegIsNotExercisedAndTheShortOneIsWarnedOf()
    {
        var spread = new Structure(
            StructureKind.VerticalCredit,
            [new PositionLeg("GOOG151224P00750000", -1, 4m, 100), new PositionLeg(LongPut, 1, 2m, 100)], 1);
        await _bench.SeedAsync(spread);
        await _bench.CycleAtAsync(14, 30);
        Assert.Contains("may close this leg alone", Desk.Desk.Last, StringComparison.Ordinal);
        await PressAsync("Do not exercise");
        Assert.Contains("The short leg can still be assigned", Desk.Desk.Last, StringComparison.Ordinal);
        await PressAsync("Do not exercise");
        Assert.Equal(LongPut, Assert.Single(Desk.Broker.NotExercised));
    }

    private async Task ShowAsync()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 30);
    }

    private Task PressAsync(string label) => Desk.PressAsync(Desk.Desk.Button(label));
}
