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

            // Of what the desk opened itself the entry's own card tells.
            if (group.Found.Where(position => position.OpenedBy is null).ToList() is { Count: > 0 } strange)
            {
                batch.Post(new OutboxEntry($"found:{strange[0].Id}", moment.Now) { Notice = new Notice(PositionNotices.Found(strange, moment.Now)) { Kind = NoticeKind.Position } });
            }

            await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The audit of a position that begins.</summary>
    public static OutboxEntry Found(Position position, MarketMoment moment) => Audit.Entry(
        $"{position.Id}:found", moment.Now, position.Id, "position-found", "sync",
        $"{Titles.Of(position)} at {Figures.Price(position.EntryPrice)}, {Titles.Management(position.Management)}"
        + (position.OpenedBy is { } entry ? $"; opened by entry {entry}" : "")
        + (position.IsUnderlyingEntryAtFirstSight ? $"; moves of {position.Underlying} count from {Figures.Price(position.UnderlyingEntryPrice)}, its price at first sight" : ""));

    // What took legs over must not be recorded without the end of what had them: both would close the same contracts.
    private static IEnumerable<(IReadOnlyList<Position> Found, IReadOnlyList<Stored<Position>> Regrouped)> Groups(
        IReadOnlyList<Position> found, IReadOnlyList<Stored<Position>> regrouped)
    {
        var together = regrouped.Select(ended => ended.Value.Underlying).ToHashSet();
        foreach (var underlying in together.Order(StringComparer.Ordinal))
        {
            foreach (var group in Groups(
                [.. found.Where(position => position.Underlying == underlying)], [.. regrouped.Where(ended => ended.Value.Underlying == underlying)]))
            {
                yield return group;
            }
        }

        foreach (var chunk in found.Where(position => !together.Contains(position.Underlying)).Chunk(PositionsPerCommit))
        {
            yield return (chunk, []);
        }
    }

    // A split renames every contract of a stock, and a commit does not hold them all. What has no contract in common need not begin and
    // end together: no contract is closed twice; in between a crash leaves positions that the next syncs miss.
    private static IEnumerable<(IReadOnlyList<Position> Found, IReadOnlyList<Stored<Position>> Regrouped)> Groups(List<Position> found, List<Stored<Position>> regrouped)
    {
        if (found.Count + regrouped.Count <= PositionsPerCommit)
        {
            return [(found, regrouped)];
        }

        var common = Symbols(found).Intersect(Symbols(regrouped.Select(ended => ended.Value))).ToHashSet(StringComparer.Ordinal);
        var (begin, end) = (found.ToLookup(IsBound), regrouped.ToLookup(ended => IsBound(ended.Value)));
        var (begins, ends) = (begin[false].Chunk(PositionsPerCommit / 2).ToList(), end[false].Chunk(PositionsPerCommit / 2).ToList());
        var apart = Enumerable.Range(0, Math.Max(begins.Count, ends.Count))
            .Select(i => ((IReadOnlyList<Position>)(begins.ElementAtOrDefault(i) ?? []), (IReadOnlyList<Stored<Position>>)(ends.ElementAtOrDefault(i) ?? [])));
        return common.Count == 0 ? apart : apart.Prepend(([.. begin[true]], [.. end[true]]));

        bool IsBound(Position position) => position.Legs.Any(leg => common.Contains(leg.Symbol));
    }

    private static IEnumerable<string> Symbols(IEnumerable<Position> positions) => positions.SelectMany(position => position.Legs).Select(leg => leg.Symbol);
}
