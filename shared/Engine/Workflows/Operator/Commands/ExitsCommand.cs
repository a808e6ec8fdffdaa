using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/exits</c>: exit receipts of today and of the last thirty days, by reason and speed.</summary>
public sealed class ExitsCommand(ILedger ledger, MarketMoments moments, DeskReplies replies)
{
    private const int Days = 30;

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        var today = NewYork.DateOf(moment.Now);
        var receipts = await Receipts.ReadAsync(ledger, today.AddDays(1 - Days), today, cancellationToken).ConfigureAwait(false);
        var lines = ExitsText.Lines("Today", [.. receipts.Where(receipt => NewYork.DateOf(receipt.EndedAt) == today)])
            .Concat(ExitsText.Lines($"Last {Days} days", receipts));
        await replies.ReplyAsync(update, string.Join('\n', lines), cancellationToken).ConfigureAwait(false);
    }
}
