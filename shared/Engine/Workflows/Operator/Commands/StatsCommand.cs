using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/stats</c>: exit receipts of today and of the last thirty days, by rule and speed; the owner's answers against the rules.</summary>
public sealed class StatsCommand(ILedger ledger, MarketMoments moments, OverrideScorecard overrides, DeskReplies replies)
{
    private const int Days = 30;

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        var today = NewYork.DateOf(moment.Now);
        var receipts = await Receipts.ReadAsync(ledger, today.AddDays(1 - Days), today, cancellationToken).ConfigureAwait(false);
        var lines = StatsText.Lines("Today", [.. receipts.Where(receipt => NewYork.DateOf(receipt.EndedAt) == today)])
            .Concat(StatsText.Lines($"Last {Days} days", receipts))
            .Concat(await overrides.LinesAsync($"last {Days} days", today.AddDays(1 - Days), today, cancellationToken).ConfigureAwait(false));
        await replies.ReplyAsync(update, string.Join('\n', lines), cancellationToken).ConfigureAwait(false);
    }
}
