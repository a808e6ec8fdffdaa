using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows;

/// <summary>Removes what is over from the account's partition. History partitions keep everything.</summary>
public sealed class Housekeeping(ILedger ledger, DeskLedger documents, TimeProvider time)
{
    /// <summary>Repeats of an update arrive within a day.</summary>
    public static readonly TimeSpan UpdatesFor = TimeSpan.FromDays(1);

    /// <summary>Ended positions, closings and questions stay visible this long.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromDays(7);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>Cleans up, at most once an hour in this process.</summary>
    /// <param name="now">The broker's clock, for all that happened by it.</param>
    /// <param name="cancellationToken">Ends the work; the next time goes on.</param>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wall = time.GetUtcNow();
        if (wall - _last < Interval)
        {
            return;
        }

        _last = wall;
        var keys = new List<string>();
        keys.AddRange(await OldAsync<SeenUpdate>(LedgerKeys.Seen, seen => wall - seen.At > UpdatesFor, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<SentCard>(LedgerKeys.Cards, card => card.IsFinal && now - card.At > EndedFor, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<SentCard>(LedgerKeys.Card(LedgerKeys.Views), card => !card.IsFinal && now - card.At > EndedFor, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<DeskView>(LedgerKeys.Views, view => wall - view.At > EndedFor, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<ApprovalCard>(
            LedgerKeys.Approvals, approval => approval.Status != ApprovalStatus.Open && now - approval.AskedAt > EndedFor, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<ExpirySummaryNote>(LedgerKeys.ExpirySummaries, note => now - note.At > EndedFor, cancellationToken).ConfigureAwait(false));
        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        keys.AddRange(await OldClosingsAsync(positions, now, cancellationToken).ConfigureAwait(false));
        keys.AddRange(OldPositions(positions, now));
        foreach (var chunk in keys.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync([.. chunk.Select(key => new LedgerChange.Delete(key))], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IEnumerable<string>> OldAsync<T>(string prefix, Func<T, bool> isOld, CancellationToken cancellationToken)
    {
        var rows = await ledger.ListAsync(prefix, cancellationToken).ConfigureAwait(false);
        return rows.Where(row => isOld(LedgerJson.Read<T>(row.Key, row.Json))).Select(row => row.Key);
    }

    // While a position lives, its closings say which of its fills are ours.
    private Task<IEnumerable<string>> OldClosingsAsync(
        IReadOnlyList<Stored<Position>> positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var live = positions.Where(position => position.Value.Status.IsLive()).Select(position => position.Value.Id).ToHashSet(StringComparer.Ordinal);
        return OldAsync<PositionClosing>(
            LedgerKeys.Closings, closing => now - closing.EndedAt > EndedFor && !live.Contains(closing.PositionId), cancellationToken);
    }

    private static IEnumerable<string> OldPositions(IReadOnlyList<Stored<Position>> positions, DateTimeOffset now) => positions
        .Where(position => !position.Value.Status.IsLive() && now - position.Value.EndedAt > EndedFor)
        .SelectMany(position => new[] { LedgerKeys.Position(position.Value.Id), LedgerKeys.Mark(position.Value.Id) });
}
