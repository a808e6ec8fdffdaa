using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Ledgers;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryRollCallTests
{
    private readonly ExpiryBench _bench = new()
    {
        Underlying = ExpiryBench.At(0.001m),
        Switches = new DeskSwitches(TradingMode.Active, TradingState.Halted),
    };

    private InMemoryDesk Chat => _bench.Desk.Desk;

    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(4, 0, 1)]
    [InlineData(20, 0, 1)]
    public async Task WhenMoreThanAFewAreAlarmed_OneMessageAMinuteSoundsForAll(int positions, int ownSounds, int rolls)
    {
        await SeedAsync(positions);
        await _bench.CycleAtAsync(14, 31);
        var (shown, written) = (Chat.Shown.Count, Chat.Written.Count);
        await _bench.CycleAtAsync(14, 31, 54);
        Assert.Equal(shown, Chat.Shown.Count);
        await _bench.CycleAtAsync(14, 32);
        await _bench.CycleAtAsync(14, 32, 15);
        var news = Chat.Shown.Skip(shown).ToList();
        Assert.Equal(rolls, news.Count(IsRoll));
        Assert.Equal(ownSounds, news.Count - news.Count(IsRoll));
        Assert.Equal(rolls == 0 ? 2 * ownSounds : 1, Chat.Written.Count - written);
    }

    [Fact]
    public async Task WhenTwentyAreAlarmed_EachKeepsOneCardWithButtonsAndTheMessageNamesThem()
    {
        await SeedAsync(20);
        foreach (var (hour, minute) in new[] { (14, 31), (14, 32), (14, 55), (14, 58), (15, 0), (15, 1) })
        {
            await _bench.CycleAtAsync(hour, minute);
        }

        Assert.Equal(20, Chat.Shown.Count(card => card.Buttons.Count > 0));
        Assert.Equal(6, Chat.Shown.Count(IsRoll));
        Assert.Equal(6, Chat.Sounds);
        var last = Chat.Shown.Last(IsRoll).Html;
        Assert.Contains("20 positions expire today and are not closed", last, StringComparison.Ordinal);
        Assert.Equal(20, last.Split("0.10 % in the money").Length - 1);
        Assert.Contains("If you do nothing: nothing is sent, because trading is halted.", last, StringComparison.Ordinal);
        Assert.InRange(last.Length, 1, 4096);
    }

    [Fact]
    public async Task WhenTwentyFive_TheRestIsCounted()
    {
        await SeedAsync(25);
        await _bench.CycleAtAsync(14, 31);
        Assert.Contains("… and 5 more: /status", Chat.Shown.Last(IsRoll).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenOnlyFewAreLeft_TheySoundOneByOneAgain()
    {
        await SeedAsync(4);
        await _bench.CycleAtAsync(14, 31);
        var gone = (await _bench.Desk.PositionsAsync())[0];
        await _bench.PutAsync(gone with { Status = PositionStatus.Closed });
        var rolls = Chat.Shown.Count(IsRoll);
        await _bench.CycleAtAsync(14, 32);
        Assert.Equal(rolls, Chat.Shown.Count(IsRoll));
        Assert.Equal(3, Chat.Shown.Count(card => card.Html.Contains("Continued below", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhenTheFirstOnesQuestionCannotBeRead_TheMessageSoundsEachMinuteAllTheSame()
    {
        await SeedAsync(6);
        await _bench.CycleAtAsync(14, 31);
        var first = (await _bench.Desk.PositionsAsync())[0].Id;
        var token = (await _bench.Desk.ApprovalsAsync()).Single(approval => approval.PositionId == first).Token;
        await _bench.Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Approval(token), "{\"broken\": ")], default);
        for (var minute = 32; minute < 60; minute++)
        {
            await _bench.CycleAtAsync(14, minute);
        }

        Assert.Equal(29, Chat.Shown.Count(IsRoll));
        Assert.Equal(29, Chat.Sounds);
    }

    [Theory]
    [InlineData(CommitFault.Conflict)]
    [InlineData(CommitFault.UnknownBeforeCommit)]
    [InlineData(CommitFault.UnknownAfterCommit)]
    public async Task WhenTheFirstOneIsNotWritten_TheMessageGoesWithTheNextAndOnlyOnce(CommitFault fault)
    {
        await SeedAsync(6);
        await _bench.CycleAtAsync(14, 31);
        _bench.Desk.Ledger.Faults.FailNextCommit(fault);
        await _bench.CycleAtAsync(14, 32);
        Assert.Equal(2, Chat.Shown.Count(IsRoll));
    }

    [Fact]
    public async Task WhenNoneIsWritten_NoneCountsAsHeardAndTheNextCycleCalls()
    {
        await SeedAsync(4);
        await _bench.CycleAtAsync(14, 31);
        for (var i = 0; i < 4; i++)
        {
            _bench.Desk.Ledger.Faults.FailNextCommit(CommitFault.Conflict);
        }

        await _bench.CycleAtAsync(14, 32);
        Assert.Single(Chat.Shown, IsRoll);
        await _bench.CycleAtAsync(14, 32, 15);
        Assert.Equal(2, Chat.Shown.Count(IsRoll));
        await _bench.CycleAtAsync(14, 33, 9);
        Assert.Equal(2, Chat.Shown.Count(IsRoll));
    }

    private static bool IsRoll(Card card) => card.Html.Contains("positions expire today and are not closed", StringComparison.Ordinal);

    private async Task SeedAsync(int positions)
    {
        for (var i = 0; i < positions; i++)
        {
            var structure = ExpiryBench.Single(StructureKind.LongOption, ExpiryBench.Call, 1, 1);
            await _bench.PutAsync(new Position($"{ExpiryBench.Call}-20151222-{i + 1}", structure, _bench.Desk.Now, PositionStatus.Open, Management.Managed));
        }
    }
}
