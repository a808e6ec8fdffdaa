using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Wakes entries whose message was lost, and forgets those that are long over. Asks the broker nothing but the time.</summary>
public sealed class EntrySettlement(
    MarketMoments moments, DeskLedger documents, ILedger ledger, IMessageSender sender, TimeProvider time, RunReports reports)
{
    /// <summary>An entry this late has lost its message.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromSeconds(30);

    /// <summary>An entry that ended stays known this long: its recommendation cannot be sent again by mistake, for no longer may one live.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromDays(8);

    /// <summary>Of many overdue, so many are woken in one run: the run that follows up on closes is the same, and must come again soon.</summary>
    public const int MostWoken = 50;

    public Task RunAsync(CancellationToken cancellationToken) => reports.WatchAsync(RunKind.Entries, RunOnceAsync, cancellationToken);

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await reports.FailedAsync(RunKind.Entries, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        var unreadable = new List<string>();
        var entries = await documents.ReadableEntriesAsync(unreadable, cancellationToken).ConfigureAwait(false);
        await WakeAsync([.. entries.Select(stored => stored.Value)], moment.Value, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(entries, moment.Value, cancellationToken).ConfigureAwait(false);
        if (unreadable.Count > 0)
        {
            await reports.FailedAsync(RunKind.Entries, unreadable[0], cancellationToken).ConfigureAwait(false);
            return;
        }

        await reports.SucceededAsync(RunKind.Entries, moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task WakeAsync(IReadOnlyList<PositionEntry> entries, MarketMoment moment, CancellationToken cancellationToken)
    {
        foreach (var overdue in entries.Where(entry => entry.End is null && moment.Now - entry.NextAt > Overdue).OrderBy(entry => entry.NextAt).Take(MostWoken))
        {
            // Wall time in the id: a wake-up that itself got lost must not be taken for its own repeat.
            var occasion = $"r{overdue.Revision}:w{time.GetUtcNow().ToUnixTimeSeconds()}";
            if (!await sender.TrySendAsync(EntryRequest.Message(overdue, occasion), cancellationToken).ConfigureAwait(false))
            {
                // A queue that hangs takes its time to say no: one such answer is enough.
                return;
            }
        }
    }

    private async Task ForgetAsync(IReadOnlyList<Stored<PositionEntry>> entries, MarketMoment moment, CancellationToken cancellationToken)
    {
        var keys = entries.Where(entry => moment.Now - entry.Value.EndedAt > EndedFor).SelectMany(entry => new[] { LedgerKeys.Entry(entry.Value.Id), LedgerKeys.Opening(entry.Value.Id) });
        foreach (var old in keys.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync([.. old.Select(key => new LedgerChange.Delete(key))], cancellationToken).ConfigureAwait(false);
        }
    }
}
