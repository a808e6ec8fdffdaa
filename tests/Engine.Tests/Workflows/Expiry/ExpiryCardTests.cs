using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryCardTests
{
    private readonly ExpiryBench _bench = new();

    private InMemoryDesk Chat => _bench.Desk.Desk;

    [Fact]
    public async Task WhenT30HasNotCome_NoCardAndOneAuditRow()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 29, 59);
        await _bench.CycleAsync();
        Assert.Empty(Chat.Shown);
        Assert.Contains("None → Nothing", Assert.Single(await _bench.AuditAsync("expiry-assessed")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.02, 1)]
    [InlineData(-0.0201, 0)]
    public async Task WhenT30Comes_OneCardFromTwoPercentOutOfTheMoneyUp(double moneyness, int cards)
    {
        await _bench.SeedAsync();
        _bench.Underlying = ExpiryBench.At((decimal)moneyness);
        await _bench.CycleAtAsync(14, 30);
        for (var i = 0; i < 10; i++)
        {
            await _bench.CycleAsync();
            await _bench.Desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(cards, Chat.Written.Count);
    }

    [Fact]
    public async Task WhenT30Comes_TheCardSaysTimesRiskAndSilence()
    {
        await _bench.SeedAsync();
        _bench.Underlying = ExpiryBench.At(-0.004m);
        await _bench.CycleAtAsync(14, 30);
        Assert.Contains("0.40 % out of the money", Chat.Last, StringComparison.Ordinal);
        Assert.Contains("finishes in the money with ", Chat.Last, StringComparison.Ordinal);
        Assert.Contains("Deadline 15:00 ET, in 30 min · broker's cut-off 15:15 ET", Chat.Last, StringComparison.Ordinal);
        Assert.Contains("If you do nothing: it is closed at 14:55 ET (T-5)", Chat.Last, StringComparison.Ordinal);
        Assert.Contains("at 14:58 ET (T-2)", Chat.Last, StringComparison.Ordinal);
        Assert.Equal(["Close now", "Hold to T-2", "Do not exercise", "Why?"], Labels());
    }

    [Fact]
    public async Task WhenAShortPutExpires_NoExerciseIsOffered()
    {
        await _bench.SeedAsync(ExpiryBench.Single(StructureKind.CashSecuredPut, "GOOG151224P00750000", -1, 1));
        await _bench.CycleAtAsync(14, 30);
        Assert.Equal(["Close now", "Hold to T-2", "Why?"], Labels());
        Assert.Contains("assigns you after 16:00 ET: 100 shares arrive, -$75,000.00", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNearTheMoneyAtT5_OneCardIsEditedOnlyWhenItsFiguresChange()
    {
        await _bench.SeedAsync();
        _bench.Underlying = ExpiryBench.At(-0.005m);
        await _bench.CycleAtAsync(14, 30);
        await _bench.CycleAtAsync(14, 55);
        await _bench.CycleAtAsync(14, 55);
        Assert.Equal(2, Chat.Written.Count);
        _bench.Underlying = ExpiryBench.At(-0.003m);
        await _bench.CycleAtAsync(14, 55);
        Assert.Equal(3, Chat.Written.Count);
        Assert.Single(Chat.Shown);
        Assert.Contains("closed at once if it gets into the money", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheRiskWavesAroundALimit_TheCardIsRewrittenWhenItRisesAndNotWhenItFallsALittle()
    {
        await _bench.SeedAsync();
        foreach (var (second, moneyness) in new[] { (0, -0.0040m), (15, -0.0036m), (30, -0.0040m), (45, -0.0036m) })
        {
            _bench.Underlying = ExpiryBench.At(moneyness);
            await _bench.CycleAtAsync(14, 30, second);
        }

        Assert.Equal(["low", "medium"], Chat.Written.Select(card => card.Html.Contains("Risk medium", StringComparison.Ordinal) ? "medium" : "low"));
        Assert.Equal(2, (await _bench.AuditAsync("expiry-assessed")).Count);
    }

    [Fact]
    public async Task WhenTheUnderlyingHasNoPrice_TheCardSaysSo()
    {
        await _bench.SeedAsync();
        _bench.Underlying = null;
        await _bench.CycleAtAsync(14, 30);
        Assert.Contains("Moneyness unknown", Chat.Last, StringComparison.Ordinal);
        await _bench.CycleAtAsync(15, 0);
        Assert.Contains("Past the deadline", Chat.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheSessionEndsEarly_EverythingMovesWithIt()
    {
        _bench.Close = new TimeOnly(13, 0);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(11, 29, 59);
        Assert.Empty(Chat.Shown);
        await _bench.CycleAtAsync(11, 30);
        Assert.Contains("Deadline 12:00 ET, in 30 min · broker's cut-off 12:15 ET", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheProcessRestartsOrAnotherOneRuns_NoCardAndNoAuditRowIsRepeated()
    {
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 30);
        _bench.Desk.Restart();
        await _bench.CycleAsync();
        await _bench.CycleAsync(_bench.Desk.Start());
        Assert.Single(Chat.Written);
        Assert.Single(await _bench.AuditAsync("expiry-assessed"));
        Assert.Single(await _bench.Desk.ApprovalsAsync());
    }

    [Fact]
    public async Task WhenAnotherInstanceWasFasterInTheSameCycle_ItsCardStandsAlone()
    {
        await _bench.SeedAsync();
        await _bench.AtAsync(14, 30);
        await using var other = _bench.Desk.Start();
        var moment = _bench.Moment();
        var position = (await _bench.Desk.Get<DeskLedger>().PositionsAsync(default))[0];

        // The other one decides between this one's read and its write.
        var overtaken = false;
        _bench.Desk.Ledger.Faults.BeforeCommit = async () =>
        {
            if (!overtaken)
            {
                overtaken = true;
                await _bench.CycleAsync(other);
            }
        };
        await _bench.Guardian().WatchAsync([_bench.Assess(position, moment)], _bench.Switches, moment, new ExitDesk.Engine.Workflows.DeliveryRound(), default);
        Assert.True(overtaken);
        Assert.Single(await _bench.Desk.ApprovalsAsync());
        Assert.Single(Chat.Written);
    }

    [Fact]
    public async Task WhenTheRowCannotBeRead_TheOwnerIsToldAllTheSame()
    {
        var id = await _bench.SeedAsync();
        await _bench.Desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Expiry(id), "{\"broken\": ")], default);
        await _bench.CycleAtAsync(14, 30);
        Assert.Single(Chat.Shown);
    }

    [Fact]
    public async Task WhenThePositionIsClosed_ItsCardEnds()
    {
        var id = await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 30);
        await _bench.PutAsync((await _bench.Desk.PositionAsync(ExpiryBench.Call)) with { Status = PositionStatus.Closed });
        await _bench.CycleAsync();
        Assert.Empty(Labels());
        Assert.Contains("It is over", Chat.Last, StringComparison.Ordinal);
        Assert.Equal(ApprovalStatus.Overtaken, Assert.Single(await _bench.Desk.ApprovalsAsync()).Status);
        Assert.DoesNotContain("token", (await _bench.Desk.Ledger.FindAsync(LedgerKeys.Expiry(id), default))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheLedgerFails_ItIsAProblemAndNoException()
    {
        await _bench.SeedAsync();
        await _bench.AtAsync(14, 30);
        var moment = _bench.Moment();
        var position = (await _bench.Desk.Get<DeskLedger>().PositionsAsync(default))[0];
        _bench.Desk.Ledger.Faults.ReadsFail = true;
        var problems = await _bench.Guardian().WatchAsync([_bench.Assess(position, moment)], _bench.Switches, moment, new ExitDesk.Engine.Workflows.DeliveryRound(), default);
        Assert.StartsWith("expiry guardian: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    private IEnumerable<string> Labels() => Chat.Shown[^1].Buttons.SelectMany(row => row).Select(button => button.Label);
}
