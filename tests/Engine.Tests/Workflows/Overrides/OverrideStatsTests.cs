using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>The answers' block of <c>/stats</c>.</summary>
public sealed class OverrideStatsTests
{
    [Fact]
    public async Task WhenAnswersWereCompared_StatsShowThemByKindAndInAll()
    {
        var bench = await OverrideBench.ApprovedAsync();
        await bench.LookAsync();
        await bench.Desk.HoldAsync(Contracts.Aapl, 1, 2.00m);
        bench.Desk.Market.Quote(Contracts.Aapl, 2.50m, 2.52m);
        await bench.Desk.WriteAsync("/close AAPL");
        await bench.Desk.WriteAsync("/stats");

        Assert.EndsWith(
            "<b>Your answers against the rules</b> (each position's dollars once, fees left out)\n"
            + "<b>Last 90 days</b>: 1 compared, won +$10.00\n• Approvals: 1 compared, won +$10.00\n"
            + "<b>All time</b>: 1 compared, won +$10.00\n• Approvals: 1 compared, won +$10.00\n"
            + "1 answer not compared yet: marked until the rules' own exit or the expiration, and until the position or its close is over",
            bench.Desk.Desk.Last, StringComparison.Ordinal);

        bench.Desk.Time.Advance(TimeSpan.FromDays(90));
        await bench.Desk.WriteAsync("/stats");
        Assert.Contains("<b>Last 90 days</b>: none compared\n<b>All time</b>: 1 compared, won +$10.00", bench.Desk.Desk.Last, StringComparison.Ordinal);
    }
}
