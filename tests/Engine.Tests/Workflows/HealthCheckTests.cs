using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows;

public sealed class HealthCheckTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenARowCannotBeRead_HealthNamesItInsteadOfFailing()
    {
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Position("bad"), "{")], default);
        var report = await _desk.Get<HealthCheck>().ReadAsync(default);
        Assert.Equal("degraded", report.Status);
        Assert.Contains("position:bad", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStorageIsDown_HealthSaysSo()
    {
        _desk.Ledger.Faults.ReadsFail = true;
        var report = await _desk.Get<HealthCheck>().ReadAsync(default);
        Assert.StartsWith("Ledger: ", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Null(report.OpenPositions);
    }

    [Fact]
    public async Task WhenATimerStops_HealthSaysSoAfterThreeMinutes()
    {
        await _desk.SyncAsync();
        await _desk.SweepAsync();
        await _desk.SettleAsync();
        _desk.Time.Advance(HealthCheck.SilencePatience);
        Assert.Empty((await _desk.Get<HealthCheck>().ReadAsync(default)).Problems);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        var problems = (await _desk.Get<HealthCheck>().ReadAsync(default)).Problems;
        Assert.Equal(Enum.GetValues<RunKind>().Length, problems.Count);
        Assert.All(problems, problem => Assert.Contains("has not succeeded for 3 min", problem, StringComparison.Ordinal));
    }
}
