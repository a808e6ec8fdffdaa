using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Completes positions that ended while what others were filled at could not be read, or was not listed yet.</summary>
public sealed class LateFills(ForeignFills foreign, DeskCommits commits)
{
    /// <summary>Books what explains an end by now.</summary>
    /// <param name="position">One that ended, and of which something lacks a result.</param>
    /// <param name="history">The account's history since before its end.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends reads and writes.</param>
    /// <returns>True if anything was booked: its row is another one now.</returns>
    public async Task<bool> BookAsync(
        Stored<Position> position, IReadOnlyList<AccountActivity> history, MarketMoment moment, CancellationToken cancellationToken)
    {
        var before = position.Value;
        if (!history.Any(entry => entry.Fill is not null && before.Unexplained.Any(lost => lost.Symbol == entry.Symbol)))
        {
            return false;
        }

        var read = await foreign.UnbookedAsync(position, new FillQuestion([]) { Since = moment.Now - Endings.Patience }, cancellationToken).ConfigureAwait(false);
        if (read.Value is not { Bookable.Count: > 0 } fills
            || await foreign.BookAsync(before, fills, [], cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            return false;
        }

        // What all was sold did not expire.
        var after = booked.Status == PositionStatus.Expired && booked.Unexplained.Count == 0 ? booked with { Status = PositionStatus.ClosedElsewhere } : booked;
        var eventId = $"{after.Id}:late:{fills.Bookable[0].Key}";
        var note = $"Now the broker tells of {string.Join(", ", fills.Fills.Select(fill => $"{Titles.Of(fill.Symbol, fill.Quantity)} at {Figures.Price(fill.Price)}"))}, by an order that is not ours.";
        await commits.CommitAsync(
            new LedgerBatch()
                .Replace(LedgerKeys.Position(after.Id), after, position.Version)
                .Post(new OutboxEntry(eventId, moment.Now) { Notice = new Notice(PositionNotices.Ended(after, note, isAlarming: false)) { Kind = NoticeKind.Position } })
                .Post(Audit.Entry(eventId, moment.Now, after.Id, "position-completed", "sync", note)),
            cancellationToken).ConfigureAwait(false);
        return true;
    }
}
