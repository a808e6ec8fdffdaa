using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows;

/// <summary>Removes what is over from the account's partition. History partitions keep everything.</summary>
public sealed class Housekeeping(ILedger ledger, DeskAlerts alerts, TimeProvider time)
{
    /// <summary>Repeats of an update arrive within a day.</summary>
    public static readonly TimeSpan UpdatesFor = TimeSpan.FromDays(1);

    /// <summary>Ended positions, closings and questions stay visible this long.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromDays(7);

    private const int MostTold = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
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
        var bad = new List<LedgerDocumentException>();
        var keys = new List<string>();
        keys.AddRange(await OldAsync<SeenUpdate>(LedgerKeys.Seen, seen => wall - seen.At > UpdatesFor, bad, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<SentCard>(LedgerKeys.Cards, card => card.IsFinal && now - card.At > EndedFor, bad, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<SentCard>(LedgerKeys.Card(LedgerKeys.Views), card => !card.IsFinal && now - card.At > EndedFor, [], cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<DeskView>(LedgerKeys.Views, view => wall - view.At > EndedFor, bad, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<ApprovalCard>(
            LedgerKeys.Approvals, approval => approval.Status != ApprovalStatus.Open && now - approval.AskedAt > EndedFor, bad, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OldAsync<ExpirySummaryNote>(LedgerKeys.ExpirySummaries, note => now - note.At > EndedFor, bad, cancellationToken).ConfigureAwait(false));
        keys.AddRange(await OfPositionsAsync(now, bad, cancellationToken).ConfigureAwait(false));
        foreach (var chunk in keys.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync([.. chunk.Select(key => new LedgerChange.Delete(key))], cancellationToken).ConfigureAwait(false);
        }

        await TellAsync(bad, now, cancellationToken).ConfigureAwait(false);
    }

    // A position that cannot be read may still need any closing, any part of a fill and any position that it shared a contract with.
    private async Task<IReadOnlyList<string>> OfPositionsAsync(DateTimeOffset now, List<LedgerDocumentException> bad, CancellationToken cancellationToken)
    {
        var badBefore = bad.Count;
        var positions = (await ReadableAsync<Position>(LedgerKeys.Positions, bad, cancellationToken).ConfigureAwait(false)).ConvertAll(row => row.Document);
        return bad.Count > badBefore ? [] :
        [
            .. await OldClosingsAsync(positions, now, bad, cancellationToken).ConfigureAwait(false),
            .. OldPositions(positions, now),
            .. await OldPartsAsync(positions, now, bad, cancellationToken).ConfigureAwait(false),
        ];
    }

    private async Task<IEnumerable<string>> OldAsync<T>(string prefix, Func<T, bool> isOld, List<LedgerDocumentException> bad, CancellationToken cancellationToken) =>
        (await ReadableAsync<T>(prefix, bad, cancellationToken).ConfigureAwait(false)).Where(row => isOld(row.Document)).Select(row => row.Key);

    private async Task<List<(string Key, T Document)>> ReadableAsync<T>(string prefix, List<LedgerDocumentException> bad, CancellationToken cancellationToken)
    {
        var readable = new List<(string, T)>();
        foreach (var row in await ledger.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                readable.Add((row.Key, LedgerJson.Read<T>(row.Key, row.Json)));
            }
            catch (LedgerDocumentException problem)
            {
                bad.Add(problem);
            }
        }

        return readable;
    }

    // Once for each row in this process: what is wrong stays so until somebody mends it.
    private async Task TellAsync(List<LedgerDocumentException> bad, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fresh = bad.Select(problem => problem.Message).Where(_told.Add).ToList();
        if (fresh.Count > 0)
        {
            await alerts.RaiseAsync(
                $"unreadable-rows:{now.ToUnixTimeSeconds()}", now,
                $"<b>A row of the ledger cannot be read</b>\n{Html.Escape(string.Join("\n", fresh.Take(MostTold)))}{(fresh.Count > MostTold ? $"\n… and {fresh.Count - MostTold} more" : "")}\n"
                + "If you do nothing: it stays where it is, and the clean-up goes on without it. What is guarded is not touched.",
                cancellationToken).ConfigureAwait(false);
        }
    }

    // While a position lives, its closings say which of its fills are ours, and so do those of all that shared a contract with it.
    private Task<IEnumerable<string>> OldClosingsAsync(
        List<Position> positions, DateTimeOffset now, List<LedgerDocumentException> bad, CancellationToken cancellationToken)
    {
        var needed = positions.Where(position => IsNeeded(position, positions)).Select(position => position.Id).ToHashSet(StringComparer.Ordinal);
        return OldAsync<PositionClosing>(
            LedgerKeys.Closings, closing => now - closing.EndedAt > EndedFor && !needed.Contains(closing.PositionId), bad, cancellationToken);
    }

    private static bool IsNeeded(Position position, List<Position> positions) => position.Status.IsLive()
        || positions.Any(other => other.Status.IsLive() && other.FirstSeenAt <= position.EndedAt
            && other.Structure.ClosingLegs.Any(leg => position.Structure.ClosingLegs.Any(own => own.Symbol == leg.Symbol)));

    // A position asks for all fills since it was first seen.
    private Task<IEnumerable<string>> OldPartsAsync(List<Position> positions, DateTimeOffset now, List<LedgerDocumentException> bad, CancellationToken cancellationToken) =>
        OldAsync<FillPart>(
            LedgerKeys.FillParts, part => now - part.FilledAt > EndedFor && !positions.Any(position => position.FirstSeenAt <= part.FilledAt), bad, cancellationToken);

    private static IEnumerable<string> OldPositions(List<Position> positions, DateTimeOffset now) => positions
        .Where(position => now - position.EndedAt > EndedFor && !IsNeeded(position, positions))
        .SelectMany(position => new[] { LedgerKeys.Position(position.Id), LedgerKeys.Mark(position.Id) });
}
