using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>Whatever fails beside a position, its stop fires.</summary>
public sealed class SweepFaultsTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheAccountCannotBeRead_StopsStillFire()
    {
        _desk.Market.Failing.Add("account");
        await SeedAsync(Contracts.Goog);
        await _desk.SweepAsync(4);
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenTheCalendarIsEmptyWhileTheClockSaysOpen_StopsStillFire()
    {
        _desk.Market.HasEmptyCalendar = true;
        await HoldAtAsync(1.40m);
        await _desk.SweepAsync(4);
        await _desk.RunUntilQuietAsync();
        Assert.Single(_desk.Broker.Closes);
    }

    [Theory]
    [InlineData("position:AAAA-1")]
    [InlineData("mark:AAAA-1")]
    public async Task WhenAnotherRowCannotBeRead_TheStopStillFires(string key)
    {
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(key, "{\"broken\": ")], default);
        await SeedAsync(Contracts.Goog);
        await FireQuietlyAsync();
        Assert.Equal((Contracts.Goog, 2m), Assert.Single(_desk.Broker.Closes));
    }

    [Fact]
    public async Task WhenAQuestionCannotBeRead_TheStopsOfItsPositionAndOfOthersStillFire()
    {
        await SeedAsync(Contracts.Aapl, PositionStatus.AwaitingApproval, "tok");
        await SeedAsync(Contracts.Goog);
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Approval("tok"), "null")], default);
        await FireQuietlyAsync();
        Assert.Equal([(Contracts.Aapl, 2m), (Contracts.Goog, 2m)], _desk.Broker.Closes.Order());
        await Record.ExceptionAsync(() => _desk.SettleAsync());
        Assert.NotEqual(0, _desk.Get<DeskHealth>().Of(RunKind.Settlement).Failures);
    }

    [Fact]
    public async Task WhenTheAuditCannotBeWritten_TheStopStillFires()
    {
        await HoldAtAsync(1.40m);
        await _desk.SweepAsync(1);
        for (var i = 0; i < 3; i++)
        {
            _desk.Ledger.Faults.FailNextAppendAfter(0);
            await _desk.SweepAsync(1);
        }

        Assert.Single(_desk.Broker.Closes);
        await _desk.RunUntilQuietAsync();
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "close-requested");
    }

    [Fact]
    public async Task WhenARunEndsInAnException_ItCountsAsFailedAndIsToldEvenIfTheLedgerIsDown()
    {
        await HoldAtAsync(2.00m);
        _desk.Ledger.Faults.ReadsFail = true;
        _desk.Ledger.Faults.BeforeCommit = () => throw new LedgerUnavailableException("down");
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => _desk.SweepAsync());
        }

        Assert.Equal(3, _desk.Get<DeskHealth>().Of(RunKind.Sweep).Failures);
    }

    private async Task HoldAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        _desk.Broker.PriceFills(Contracts.Goog, bid);
    }

    private async Task SeedAsync(string symbol, PositionStatus status = PositionStatus.Open, string? token = null)
    {
        _desk.Broker.Hold(symbol, 2, 2.00m);
        _desk.Market.Quote(symbol, 1.40m, 1.42m);
        var position = new Position(
            $"{symbol}-20151222-1", new Structure(StructureKind.LongOption, [new PositionLeg(symbol, 1, 2.00m, 100)], 2), _desk.Now, status, Management.Managed)
        {
            ApprovalToken = token,
        };
        await _desk.Ledger.CommitAsync([new LedgerChange.Insert(LedgerKeys.Position(position.Id), LedgerJson.Write(position))], default);
    }

    private async Task FireQuietlyAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            await Record.ExceptionAsync(() => _desk.SweepAsync());
            await _desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        }
    }
}
