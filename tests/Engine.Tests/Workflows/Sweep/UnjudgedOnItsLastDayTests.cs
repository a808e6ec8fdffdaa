using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A position whose rules cannot be judged on its last day keeps its card and its guardian.</summary>
public sealed class UnjudgedOnItsLastDayTests
{
    private const string Call = "GOOG151224C00750000";

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenItsRulesCannotBeJudged_ItsCardIsNotEnded()
    {
        var id = (await _desk.HoldAsync(Call, 2, 2.00m)).Id;
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 24, 19, 30, 0, TimeSpan.Zero) - _desk.Now);
        _desk.Market.Quote(Call, 2.00m, 2.02m);
        await _desk.SweepAsync(1);
        Assert.Equal(["Close now", "Hold to T-2", "Do not exercise", "Why?"], Labels());

        // A mark whose evaluations are missing stops the rules of this position.
        var broken = PositionMark.None(id) with { Evaluations = null! };
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Mark(id), LedgerJson.Write(broken))], default);
        await _desk.SweepAsync(3);

        Assert.NotEqual(0, _desk.Get<DeskHealth>().Of(RunKind.Sweep).Failures);
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("No longer guarded", StringComparison.Ordinal));
        Assert.Equal(["Close now", "Hold to T-2", "Do not exercise", "Why?"], Labels());
    }

    private IEnumerable<string> Labels() => _desk.Desk.Shown.SelectMany(static card => card.Buttons).SelectMany(static row => row).Select(static button => button.Label);
}
