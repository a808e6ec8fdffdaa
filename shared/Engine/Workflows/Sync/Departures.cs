using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Ends positions that the broker no longer holds though the desk did not close them.</summary>
public sealed class Departures(ForeignFills foreign, ExitPlanBook plans, DeskCommits commits)
{
    /// <summary>Explains and ends a position that at least two reads did not list. A failed explanation changes nothing yet.</summary>
    public async Task EndAsync(Stored<Position> position, MarketMoment moment, CancellationToken cancellationToken)
    {
        var since = position.Value.MissingSince ?? moment.Now;
        if (await ExplainAsync(position, [], since, moment, cancellationToken).ConfigureAwait(false) is not { } departure)
        {
            return;
        }

        if (await EndedAsync(position.Value, departure, moment.Now, cancellationToken).ConfigureAwait(false) is not { } ended)
        {
            return;
        }

        var batch = new LedgerBatch().Replace(LedgerKeys.Position(ended.Id), ended, position.Version);
        Announce(batch, ended, departure, moment.Now);
        await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for what closed a position.</summary>
    /// <param name="position">The one that is gone.</param>
    /// <param name="ownOrders">Orders of ours that the ledger may not have yet; the fills of ours explain nothing here.</param>
    /// <param name="goneSince">The first read that did not list it.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Null if it cannot be told yet: for ten minutes while the fills cannot be read, less while their list may lag behind.</returns>
    public async Task<Departure?> ExplainAsync(
        Stored<Position> position, IEnumerable<string> ownOrders, DateTimeOffset goneSince, MarketMoment moment, CancellationToken cancellationToken)
    {
        var gone = UnexplainedLegs.Of(position.Value.Structure, position.Value.Quantity);
        var read = await foreign.UnbookedAsync(position, new FillQuestion(gone) { OwnOrders = [.. ownOrders] }, cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return moment.Now - goneSince < ForeignFills.UnreadPatience ? null : Unread(position.Value, read.Failure, moment);
        }

        var fills = read.Value;
        var filled = ForeignFills.Units(position.Value, fills);
        if (filled >= position.Value.Quantity)
        {
            return IsLiquidation(position.Value, fills.Fills, moment)
                ? new Departure(PositionStatus.Liquidated, "Closed by the broker after its cut-off for expiring contracts.", true, fills)
                : new Departure(PositionStatus.ClosedElsewhere, "Closed by an order that is not ours.", true, fills);
        }

        return moment.Now - goneSince < ForeignFills.Patience ? null : Unfilled(position.Value, fills, filled, moment);
    }

    /// <summary>Writes the trade rows of a departure's fills, and gives the position as it ends, to be committed after it. Null if it must be explained anew.</summary>
    public async Task<Position?> EndedAsync(Position position, Departure departure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booked = await foreign.BookAsync(
            position, departure.Fills, UnexplainedLegs.Of(position.Structure, position.Quantity), cancellationToken).ConfigureAwait(false);
        return booked is null ? null : booked with { Status = departure.Status, ApprovalToken = null, EndedAt = now };
    }

    // After its cut-off the broker takes no order in an expiring contract from anybody else.
    private bool IsLiquidation(Position position, IReadOnlyList<Fill> fills, MarketMoment moment) => moment.Session is { } session
        && position.Structure.ClosingLegs.All(leg => ExpiryDeadline.Of(leg.Contract, session, plans.Expiry) is { IsExpiring: true } deadline
            && fills.Where(fill => fill.Symbol == leg.Symbol).All(fill => fill.At >= deadline.CutOffAt));

    private static Departure Unread(Position position, string unread, MarketMoment moment) => Unfilled(position, FillDivision.Nothing, 0, moment) with
    {
        Note = $"The broker no longer lists it, and {PositionNotices.Unread(unread)}",
        IsExplained = false,
    };

    private static Departure Unfilled(Position position, FillDivision fills, decimal filled, MarketMoment moment)
    {
        var today = NewYork.DateOf(moment.Now);
        if (position.Structure.NearestExpiration is { } expiration && (today > expiration || (today == expiration && !moment.IsOpen)))
        {
            return new Departure(PositionStatus.Expired, "Its contract expired. Whether it was exercised, assigned or worthless the broker tells tomorrow morning.", true, fills);
        }

        var shown = filled > 0
            ? $"shows fills for only {Figures.Quantity(filled)} of {Figures.Quantity(position.Quantity)}"
            : "shows no fill that explains it";
        return new Departure(
            PositionStatus.ClosedElsewhere, $"The broker no longer lists it and {shown}. Please look at your account.", false, fills);
    }

    public static void Announce(LedgerBatch batch, Position ended, Departure departure, DateTimeOffset now) => batch
        .Post(new OutboxEntry($"{ended.Id}:gone", now)
        {
            Notice = new Notice(PositionNotices.Ended(ended, departure.Note, !departure.IsExplained)) { Kind = departure.IsExplained ? NoticeKind.Position : NoticeKind.Alert },
        })
        .Post(Audit.Entry($"{ended.Id}:gone", now, ended.Id, "position-gone", "sync", departure.Note));
}
