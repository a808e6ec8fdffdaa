using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
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

    /// <summary>Commits in portions; if another instance records the same ones, its commit stands and this one conflicts.</summary>
    /// <param name="found">New ones.</param>
    /// <param name="regrouped">Ended ones, all of whose legs are part of new ones.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    public async Task RecordAsync(
        IReadOnlyList<Position> found, IReadOnlyList<Stored<Position>> regrouped, MarketMoment moment, CancellationToken cancellationToken)
    {
        var versions = regrouped.ToDictionary(position => position.Value.Id, position => (string?)position.Version);
        foreach (var portion in Portions(found, [.. regrouped.Select(position => position.Value)]))
        {
            // Where an earlier portion of it is not written the next sync goes on.
            if (portion.Regrouped.Any(position => versions[position.Id] is null))
            {
                continue;
            }

            var written = await commits.CommitAsync(Batch(portion, versions, moment), cancellationToken).ConfigureAwait(false);
            foreach (var position in portion.Regrouped)
            {
                versions[position.Id] = written?[LedgerKeys.Position(position.Id)];
            }
        }
    }

    /// <summary>The audit of a position that begins.</summary>
    public static OutboxEntry Found(Position position, MarketMoment moment) => Audit.Entry(
        $"{position.Id}:found", moment.Now, position.Id, "position-found", "sync",
        $"{Titles.Of(position)} at {Figures.Price(position.EntryPrice)}, {Titles.Management(position.Management)}"
        + (position.OpenedBy is { } entry ? $"; opened by entry {entry}" : "")
        + (position.IsUnderlyingEntryAtFirstSight ? $"; moves of {position.Underlying} count from {Figures.Price(position.UnderlyingEntryPrice)}, its price at first sight" : ""));

    private static LedgerBatch Batch(RegroupPortion portion, Dictionary<string, string?> versions, MarketMoment moment)
    {
        var batch = new LedgerBatch();
        foreach (var position in portion.Regrouped)
        {
            batch.Replace(LedgerKeys.Position(position.Id), position, versions[position.Id]!).Post(Regrouped(position, portion, moment));
        }

        foreach (var position in portion.Found)
        {
            batch.Insert(LedgerKeys.Position(position.Id), position);
            batch.Post(Found(position, moment));
        }

        // Of what the desk opened itself the entry's own card tells.
        if (portion.Found.Where(position => position.OpenedBy is null).ToList() is { Count: > 0 } strange)
        {
            batch.Post(new OutboxEntry($"found:{strange[0].Id}", moment.Now) { Notice = new Notice(PositionNotices.Found(strange, moment.Now)) { Kind = NoticeKind.Position } });
        }

        return batch;
    }

    private static OutboxEntry Regrouped(Position position, RegroupPortion portion, MarketMoment moment)
    {
        var takers = string.Join(", ", portion.Found.Select(Titles.Of));
        return position.Status == PositionStatus.Regrouped
            ? Audit.Entry($"{position.Id}:regrouped", moment.Now, position.Id, "position-regrouped", "sync", $"{Titles.Of(position)}: its legs are now part of {takers}")
            : Audit.Entry(
                $"{position.Id}:regrouped:{Figures.Quantity(position.Quantity)}", moment.Now, position.Id, "position-changed", "sync",
                $"{Titles.Of(position)} is left; the rest is now part of {takers}");
    }

    // What took legs over must not be recorded without the end of what had them: both would close the same contracts.
    private static IEnumerable<RegroupPortion> Portions(IReadOnlyList<Position> found, IReadOnlyList<Position> regrouped)
    {
        var together = regrouped.Select(ended => ended.Underlying).ToHashSet();
        foreach (var underlying in together.Order(StringComparer.Ordinal))
        {
            foreach (var portion in OfOne([.. found.Where(position => position.Underlying == underlying)], [.. regrouped.Where(ended => ended.Underlying == underlying)]))
            {
                yield return portion;
            }
        }

        foreach (var chunk in found.Where(position => !together.Contains(position.Underlying)).Chunk(PositionsPerCommit))
        {
            yield return new RegroupPortion(chunk, []);
        }
    }

    // A split renames every contract of a stock, and a commit does not hold them all. What has no contract in common need not begin and
    // end together: no contract is closed twice; in between a crash leaves positions that the next syncs miss.
    private static IEnumerable<RegroupPortion> OfOne(List<Position> found, List<Position> regrouped)
    {
        if (found.Count + regrouped.Count <= PositionsPerCommit)
        {
            return [new RegroupPortion(found, regrouped)];
        }

        var common = Symbols(found).Intersect(Symbols(regrouped)).ToHashSet(StringComparer.Ordinal);
        var (begin, end) = (found.ToLookup(IsBound), regrouped.ToLookup(IsBound));
        var (begins, ends) = (begin[false].Chunk(PositionsPerCommit / 2).ToList(), end[false].Chunk(PositionsPerCommit / 2).ToList());
        var apart = Enumerable.Range(0, Math.Max(begins.Count, ends.Count))
            .Select(i => new RegroupPortion(begins.ElementAtOrDefault(i) ?? [], ends.ElementAtOrDefault(i) ?? []));
        return common.Count == 0 ? apart : RegroupPortion.Of([.. begin[true]], [.. end[true]], PositionsPerCommit).Concat(apart);

        bool IsBound(Position position) => position.Legs.Any(leg => common.Contains(leg.Symbol));
    }

    private static IEnumerable<string> Symbols(IEnumerable<Position> positions) => positions.SelectMany(position => position.Legs).Select(leg => leg.Symbol);
}
