using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>The chat is away while alarms sound: what it shows afterwards is what holds now, first and once.</summary>
public sealed class ExpiryOutageTests
{
    private readonly ExpiryBench _bench = new()
    {
        Underlying = ExpiryBench.At(0.001m),
        Switches = new DeskSwitches(TradingMode.Active, TradingState.Halted),
    };

    private DeskHarness Desk => _bench.Desk;

    private InMemoryDesk Chat => _bench.Desk.Desk;

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(6, 7, 1)]
    public async Task WhenTheChatReturns_EachPositionHasOneCardAndTheOldAlarmsAreDropped(int positions, int written, int sounds)
    {
        await SeedAsync(positions);
        await GoAwayAsync();
        Chat.Instead = null;
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(31));
        await Desk.SettleAsync();
        Assert.Equal((written, sounds), (Chat.Written.Count, Chat.Sounds));
        Assert.Equal(positions, Chat.Shown.Count(card => card.Buttons.Count > 0));
        Assert.All(Chat.Shown, card => Assert.Contains("15:00", card.Html, StringComparison.Ordinal));
        Assert.Empty(await Desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenTheAlarmGoesOnBeforeTheRestIsDelivered_TheRestMakesNoSound()
    {
        await SeedAsync(3);
        await GoAwayAsync();
        Desk.Queue.Forget();
        Chat.Instead = null;
        await _bench.CycleAtAsync(15, 1);
        Assert.Equal(3, Chat.Sounds);
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(31));
        await Desk.SettleAsync();
        Assert.Equal((3, 3), (Chat.Sounds, Chat.Written.Count));
    }

    [Fact]
    public async Task WhenACardIsThereAlready_ItsLastWordIsWritten()
    {
        await SeedAsync(1);
        await _bench.CycleAtAsync(14, 31);
        Chat.Instead = new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(30));
        await _bench.CycleAtAsync(14, 32);
        Chat.Instead = null;
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(31));
        await Desk.SettleAsync();
        Assert.Contains("Continued below", Chat.Shown[0].Html, StringComparison.Ordinal);
        Assert.Equal(2, Chat.Shown.Count);
    }

    [Fact]
    public async Task WhenSeveralMessagesWait_TheNewestIsShownFirst()
    {
        for (var minute = 0; minute < 3; minute++)
        {
            var entry = new OutboxEntry($"note-{minute}", Desk.Now.AddMinutes(minute)) { Notice = new Notice(Card.Plain($"note {minute}")) };
            await Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.OutboxEntry(entry.Id), LedgerJson.Write(entry))], default);
        }

        await Desk.AdvanceAsync(TimeSpan.FromMinutes(3));
        await Desk.SettleAsync();
        Assert.Equal(["note 2", "note 1", "note 0"], Chat.Written.Select(card => card.Html));
    }

    private async Task GoAwayAsync()
    {
        Chat.Instead = new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(30));
        for (var minute = 31; minute <= 60; minute++)
        {
            await _bench.CycleAtAsync(14 + (minute / 60), minute % 60);
        }

        Assert.Empty(Chat.Written);
    }

    private async Task SeedAsync(int positions)
    {
        for (var i = 0; i < positions; i++)
        {
            var structure = ExpiryBench.Single(StructureKind.LongOption, ExpiryBench.Call, 1, 1);
            await _bench.PutAsync(new Position($"{ExpiryBench.Call}-20151222-{i + 1}", structure, Desk.Now, PositionStatus.Open, Management.Managed));
        }
    }
}
