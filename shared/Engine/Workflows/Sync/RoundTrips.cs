using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Books what others closed and opened again between two reads of the positions: nothing is missing, and yet money moved.</summary>
/// <remarks>One position books each: of those that were there at the time the one that was first seen, and an ended one only if no other was.</remarks>
public sealed class RoundTrips(IBrokerReads broker, DeskLedger documents, ForeignFills foreign, DeskCommits commits, ILogger<RoundTrips> logger)
{
    /// <summary>The fills are asked this often.</summary>
    public static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(5);

    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Looks. What cannot be read says nothing: a later run looks again.</summary>
    /// <param name="positions">Those that this sync left as they were, ended ones among them.</param>
    /// <param name="calm">Contracts of which nothing is missing.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends reads and writes.</param>
    public async Task RunAsync(IReadOnlyList<Stored<Position>> positions, CalmContracts calm, MarketMoment moment, CancellationToken cancellationToken)
    {
        var asking = positions.Where(position => position.Value.Status is not (PositionStatus.Closing or PositionStatus.Regrouped))
            .OrderByDescending(position => position.Value.Status.IsLive()).ThenBy(position => position.Value.FirstSeenAt).ThenBy(position => position.Value.Id, StringComparer.Ordinal)
            .ToList();
        if (asking.Count == 0 || (moment.Now >= _readAt && moment.Now - _readAt < BetweenReads))
        {
            return;
        }

        _readAt = moment.Now;
        var read = await broker.GetFillsAsync(moment.Now - Endings.Patience, cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            logger.LogWarning("Fills cannot be read: {Why}", read.Failure);
            return;
        }

        foreach (var position in await WithNewsAsync(asking, read.Value, cancellationToken).ConfigureAwait(false))
        {
            await BookAsync(position, calm, moment, cancellationToken).ConfigureAwait(false);
        }
    }

    // Whatever is ours or booked already must not cost a look at every position, each five minutes.
    private async Task<IReadOnlyList<Stored<Position>>> WithNewsAsync(IReadOnlyList<Stored<Position>> asking, IReadOnlyList<Fill> fills, CancellationToken cancellationToken)
    {
        try
        {
            var closings = await documents.ReadableClosingsAsync([], cancellationToken).ConfigureAwait(false);
            var ours = closings.SelectMany(closing => closing.Value.OrderIds).ToHashSet(StringComparer.Ordinal);
            var parts = (await documents.FillPartsAsync(cancellationToken).ConfigureAwait(false)).ToList();
            var booked = asking.SelectMany(position => position.Value.ForeignFills).ToHashSet(StringComparer.Ordinal);
            var others = fills.Where(fill => !ours.Contains(fill.OrderId)).ToList();
            return [.. asking.Where(position => others.Any(fill => ForeignFills.Closed(position.Value, fill) && FillDivision.IsLeft(position.Value, fill, parts, booked)))];
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "Which fills are booked cannot be told");
            return [];
        }
    }

    // Of what is not calm it asks only for what it lacks itself.
    private async Task BookAsync(Stored<Position> position, CalmContracts calm, MarketMoment moment, CancellationToken cancellationToken)
    {
        var before = position.Value;
        if (before.Structure.ClosingLegs.Any(leg => !calm.Symbols.Contains(leg.Symbol) && before.Unexplained.All(lost => lost.Symbol != leg.Symbol)))
        {
            return;
        }

        var question = new FillQuestion([]) { Calm = calm, Since = moment.Now - Endings.Patience, FollowsAverage = before.Status.IsLive() && !before.HasOwnEntry };
        var fills = await foreign.UnbookedAsync(position, question, cancellationToken).ConfigureAwait(false);
        if (fills.Value is not { Bookable.Count: > 0 } found
            || await foreign.BookAsync(before, found, [], cancellationToken).ConfigureAwait(false) is not { } after)
        {
            return;
        }

        var eventId = $"{after.Id}:round-trip:{found.Bookable[0].Key}";
        var text = BoughtBackText.Of(before, after, found);
        await commits.CommitAsync(
            new LedgerBatch()
                .Replace(LedgerKeys.Position(after.Id), after, position.Version)
                .Post(new OutboxEntry(eventId, moment.Now) { Notice = new Notice(PositionNotices.BoughtBack(after, text, moment.Now)) { Kind = NoticeKind.Position } })
                .Post(Audit.Entry(eventId, moment.Now, after.Id, "position-traded", "sync", text)),
            cancellationToken).ConfigureAwait(false);
    }
}
