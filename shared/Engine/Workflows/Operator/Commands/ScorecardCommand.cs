using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/scorecard</c>: the day so far, from trade rows, exit receipts and the audit.</summary>
public sealed class ScorecardCommand(ILedger ledger, DeskLedger documents, MarketMoments moments, PositionLooks looks)
{
    public async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            return $"No scorecard: {Html.Escape(moment.Failure)}. Please try again.";
        }

        var (now, today) = (moment.Value.Now, NewYork.DateOf(moment.Value.Now));
        var trades = await Trades.ReadAsync(ledger, today, today, cancellationToken).ConfigureAwait(false);
        var receipts = await Receipts.ReadAsync(ledger, today, today, cancellationToken).ConfigureAwait(false);
        var audit = await ledger.ReadHistoryAsync(Audit.StreamOf(now), cancellationToken).ConfigureAwait(false);
        var live = (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false))
            .Select(static position => position.Value).Where(static position => position.Status.IsLive() && position.Management != Management.Ignored).ToList();
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var seen = await looks.LastSeenAsync(live, await documents.MarksAsync(cancellationToken).ConfigureAwait(false), switches, moment, cancellationToken).ConfigureAwait(false);
        var acts = audit.Select(static row => LedgerJson.Read<AuditRecord>(row.Key, row.Json).Action).ToLookup(static action => action, StringComparer.Ordinal);
        return ScorecardText.Of(now, trades, receipts, seen, action => acts[action].Count());
    }
}
