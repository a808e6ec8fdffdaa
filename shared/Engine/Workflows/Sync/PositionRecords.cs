using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Records positions that the ledger did not have, together with those whose legs they took over.</summary>
public sealed class PositionRecords(DeskCommits commits)
{
    private const int PositionsPerCommit = 45;

    /// <summary>Commits in groups; if another instance records the same ones, its commit stands and this one conflicts.</summary>
    /// <param name="found">New ones.</param>
    /// <param name="regrouped">Ended ones, all of whose legs are part of new ones.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    public async Task RecordAsync(
        IReadOnlyList<Position> found, IReadOnlyList<Stored<Position>> regrouped, MarketMoment moment, CancellationToken cancellationToken)
    {
        foreach (var group in Groups(found, regrouped))
        {
            var batch = new LedgerBatch();
            foreach (var ended in group.Regrouped)
            {
                batch.Replace(LedgerKeys.Position(ended.Value.Id), ended.Value, ended.Version);
                batch.Post(Audit.Entry(
                    $"{ended.Value.Id}:regrouped", moment.Now, ended.Value.Id, "position-regrouped", "sync",
                    $"{Titles.Of(ended.Value)}: its legs are now part of {string.Join(", ", group.Found.Select(Titles.Of))}"));
            }

            foreach (var position in group.Found)
            {
                batch.Insert(LedgerKeys.Position(position.Id), position);
                batch.Post(Found(position, moment));
            }

            if (group.Found.Count > 0)
            {
                batch.Post(new OutboxEntry($"found:{group.Found[0].Id}", moment.Now) { Notice = new Notice(PositionNotices.Found(group.Found, moment.Now)) { Kind = NoticeKind.Position } });
            }

            await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The audit of a position that begins.</summary>
    public static OutboxEntry Found(Position position, MarketMoment moment) => Audit.Entry(
        $"{position.Id}:found", moment.Now, position.Id, "position-found", "sync",
        $"{Titles.Of(position)} at {Figures.Price(position.EntryPrice)}, {Titles.Management(position.Management)}"
        + (position.IsUnderlyingEntryAtFirstSight ? $"; moves of {position.Underlying} count from {Figures.Price(position.UnderlyingEntryPrice)}, its price at first sight" : ""));

    // What took legs over must not be recorded without the end of what had them: both would close the same contracts.
    private static IEnumerable<(IReadOnlyList<Position> Found, IReadOnlyList<Stored<Position>> Regrouped)> Groups(
        IReadOnlyList<Position> found, IReadOnlyList<Stored<Position>> regrouped)
    {
        var together = regrouped.Select(ended => ended.Value.Underlying).ToHashSet();
        foreach (var underlying in together.Order(StringComparer.Ordinal))
        {
            yield return (
                [.. found.Where(position => position.Underlying == underlying)],
                [.. regrouped.Where(ended => ended.Value.Underlying == underlying)]);
        }

        foreach (var chunk in found.Where(position => !together.Contains(position.Underlying)).Chunk(PositionsPerCommit))
        {
            yield return (chunk, []);
        }
    }
}
