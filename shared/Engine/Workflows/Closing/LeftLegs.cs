using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sync;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Keeps what a closing leaves to expire: it begins in the commit that ends the closing.</summary>
public sealed class LeftLegs(DeskLedger documents)
{
    /// <summary>Adds the positions that begin. If another one took an id meanwhile the commit conflicts, and the end is tried again.</summary>
    public async Task BeginAsync(LedgerBatch batch, Position origin, PositionClosing ended, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (ended.LeftOut.Count == 0)
        {
            return;
        }

        var taken = await documents.PositionIdsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var left in LeftBehind.Of(origin, ended, taken, NewYork.DateOf(moment.Now)))
        {
            batch.Insert(LedgerKeys.Position(left.Id), left).Post(PositionRecords.Found(left, moment));
        }
    }
}
