using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Follows what the owner, or the broker, changed in a position that is still held.</summary>
public sealed class PositionFollowing(ForeignFills foreign, DeskCommits commits)
{
    // The rows of what others closed come first, then the position: a crash in between writes the same rows again.
    public async Task FollowAsync(PositionChange.Changed change, string version, CalmContracts calm, MarketMoment moment, CancellationToken cancellationToken)
    {
        var (after, before) = (change.Position, change.Before);
        if (after.Quantity == before.Quantity && after.EntryPrice == before.EntryPrice)
        {
            await commits.CommitAsync(ChangeOf(change, version, moment), cancellationToken).ConfigureAwait(false);
            return;
        }

        var gone = Math.Max(0, before.Quantity - after.Quantity - change.Moved);
        var lost = UnexplainedLegs.Of(before.Structure, gone);
        var question = new FillQuestion(lost) { Calm = calm, FollowsAverage = !before.HasOwnEntry };
        var read = await foreign.UnbookedAsync(new Stored<Domain.Positions.Position>(before, version), question, cancellationToken).ConfigureAwait(false);
        var fills = read.Value ?? FillDivision.Nothing;
        var patience = read.Succeeded ? ForeignFills.Patience : ForeignFills.UnreadPatience;
        if (gone > ForeignFills.Units(before, fills) && !(moment.Now - before.ShrunkSince >= patience))
        {
            var waiting = before with { MissingReads = 0, MissingSince = null, ShrunkSince = before.ShrunkSince ?? moment.Now };
            await commits.CommitAsync(new LedgerBatch().Replace(LedgerKeys.Position(waiting.Id), waiting, version), cancellationToken).ConfigureAwait(false);
            return;
        }

        // More of it needs no fill to be believed: fills that cannot be read now are booked with the next change.
        if (await foreign.BookAsync(before, fills, lost, cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            return;
        }

        var followed = after with
        {
            RealizedPnl = booked.RealizedPnl,
            ForeignFills = booked.ForeignFills,
            Unexplained = booked.Unexplained,
            ShrunkSince = null,
        };
        await commits.CommitAsync(ChangeOf(change with { Position = followed }, version, moment), cancellationToken).ConfigureAwait(false);
    }

    private static LedgerBatch ChangeOf(PositionChange.Changed change, string version, MarketMoment moment)
    {
        var (after, before) = (change.Position, change.Before);
        var text = $"quantity {Figures.Quantity(before.Quantity)} → {Figures.Quantity(after.Quantity)}, "
            + $"entry {Figures.Price(before.EntryPrice)} → {Figures.Price(after.EntryPrice)}, "
            + $"{Titles.Management(before.Management)} → {Titles.Management(after.Management)}"
            + (change.Moved > 0 ? $"; {Figures.Quantity(change.Moved)} became part of another position" : "")
            + (after.UnexplainedQuantity > before.UnexplainedQuantity ? "; no fill explains that it is less" : "");
        return new LedgerBatch()
            .Replace(LedgerKeys.Position(after.Id), after, version)
            .Post(Audit.Entry(
                $"{after.Id}:changed:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now, after.Id, "position-changed", "sync", text));
    }
}
