using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Sync;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Books what an entry's order filled once the position stands in the ledger, guarded by its plan. The sync makes it, here at once.</summary>
public sealed class EntryBooking(PositionSync sync, DeskLedger documents, EntryProgress progress)
{
    /// <summary>The broker's list of positions may lag behind its orders: from here on the owner hears of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>After this long it is left to the sync: somebody closed it before any read showed it, or the list is wrong.</summary>
    public static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(10);

    /// <summary>A part that no position has is looked for this long: a sync may have met somebody else's change, or a list that is a moment behind.</summary>
    public static readonly TimeSpan PartPatience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLateReads = TimeSpan.FromSeconds(30);

    public async Task BookAsync(Stored<PositionEntry> entry, EntryStep.Book step, MarketMoment moment, CancellationToken cancellationToken)
    {
        await sync.RunAsync(cancellationToken).ConfigureAwait(false);
        var positions = await documents.ReadablePositionsAsync([], cancellationToken).ConfigureAwait(false);
        var known = positions.Select(stored => stored.Value).ToList();
        var position = Find(entry.Value, known);
        // An order that is filled in part does not say when.
        var since = entry.Value.UnlistedSince ?? (position is null ? entry.Value.Order?.FilledAt : null) ?? moment.Now;
        var waited = moment.Now - since;
        if (waited < (position is null ? LongestPatience : IsWhole(entry.Value, position, known) ? TimeSpan.Zero : PartPatience))
        {
            var isLate = waited >= Patience;
            var next = moment.Now + (isLate ? BetweenLateReads : BetweenReads);
            var wait = new EntryStep.Wait(
                step.LookAgainAt < next ? step.LookAgainAt.Value : next, "it filled, and the broker does not list the position yet; the sync looks for it", isLate);
            await progress.WaitAsync(entry with { Value = entry.Value with { UnlistedSince = since } }, wait, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var booked = entry.Value with { BookedQuantity = step.Quantity, PositionId = position?.Id, UnlistedSince = null };
        var eventId = $"entry:{booked.Id}:booked:{Figures.Quantity(step.Quantity)}";
        var batch = new LedgerBatch()
            .Post(Audit.Entry(
                eventId, moment.Now, booked.Id, "entry-booked", "desk",
                $"{Figures.Quantity(step.Quantity)} of {booked.Recommendation.Quantity} at {Figures.Price(step.AveragePrice)}, {(position is null ? "and no position of it is listed" : $"position {position.Id}")}"))
            .Post(EntryCards.Entry(booked, EntryCards.Working(booked, moment), $"{eventId}:told", moment));
        await progress.GoOnAsync(entry with { Value = booked }, moment.Now, moment, batch, cancellationToken).ConfigureAwait(false);
    }

    // What was closed since is not missed, but for a moment.
    private static bool IsWhole(PositionEntry entry, Position position, IReadOnlyCollection<Position> positions) =>
        (position.OpenedBy == entry.Id ? positions.Where(other => other.OpenedBy == entry.Id).Sum(other => other.Quantity) : position.Quantity) >= entry.FilledQuantity;

    /// <summary>The position that an entry opened, ended ones among them; else a live one that its contracts became a part of.</summary>
    /// <returns>Null if the ledger has none yet.</returns>
    public static Position? Find(PositionEntry entry, IReadOnlyCollection<Position> positions) =>
        positions.Where(position => position.OpenedBy == entry.Id).OrderByDescending(position => position.Status.IsLive()).ThenBy(position => position.FirstSeenAt).FirstOrDefault()
        ?? positions.FirstOrDefault(position => position.Status.IsLive() && position.Quantity >= entry.FilledQuantity
            && entry.Recommendation.Legs.All(leg => position.Structure.ClosingLegs.Any(held => held.Symbol == leg.Symbol && held.IsLong == (leg.Side == Domain.Orders.OrderSide.Buy))));
}
