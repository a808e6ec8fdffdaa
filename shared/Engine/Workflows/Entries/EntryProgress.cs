using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Writes how far an entry is and schedules its next message.</summary>
public sealed class EntryProgress(DeskCommits commits, IMessageSender sender, ILogger<EntryProgress> logger)
{
    /// <summary>The owner hears of a slow entry at most this often.</summary>
    public static readonly TimeSpan BetweenAlerts = TimeSpan.FromMinutes(1);

    /// <summary>How soon an entry is looked at again whose write did not succeed.</summary>
    public static readonly TimeSpan AfterUnsureWrite = TimeSpan.FromSeconds(1);

    /// <summary>Comes back later, and says so where it is alarming.</summary>
    /// <param name="entry">As read.</param>
    /// <param name="wait">Until when, and why.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the wait for the write, not the write.</param>
    /// <param name="with">What commits together with it; null if nothing does.</param>
    public async Task WaitAsync(Stored<PositionEntry> entry, EntryStep.Wait wait, MarketMoment moment, CancellationToken cancellationToken, LedgerBatch? with = null)
    {
        var batch = with ?? new LedgerBatch();
        if (wait.IsAlarming && !(moment.Now - entry.Value.AlertedAt < BetweenAlerts))
        {
            entry = entry with { Value = entry.Value with { AlertedAt = moment.Now } };
            batch.Post(new OutboxEntry($"entry:{entry.Value.Id}:slow:{moment.Now.ToUnixTimeSeconds()}", moment.Now)
            {
                Notice = new Notice(EntryCards.Slow(entry.Value, wait.Why, moment.Now, wait.Until)),
            });
        }

        await GoOnAsync(entry, wait.Until, moment, batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes, schedules the next step, then delivers what was posted.</summary>
    /// <returns>False if nothing may be assumed written.</returns>
    public async Task<bool> GoOnAsync(
        Stored<PositionEntry> entry, DateTimeOffset nextAt, MarketMoment moment, LedgerBatch batch, CancellationToken cancellationToken)
    {
        var round = new DeliveryRound();
        if (await WriteAsync(entry, nextAt, moment, batch, round, cancellationToken).ConfigureAwait(false) is not { } written)
        {
            await LookAgainAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
            return false;
        }

        await ScheduleAsync(written.Value, moment, cancellationToken).ConfigureAwait(false);
        await commits.DeliverAsync(round, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Writes the entry with its next time, and what belongs to the same decision.</summary>
    /// <param name="entry">As it becomes, with the version that was read.</param>
    /// <param name="nextAt">When its next step is due.</param>
    /// <param name="moment">Now.</param>
    /// <param name="batch">What commits together with it.</param>
    /// <param name="round">Takes what was posted: no chat delays the next step.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>As written; null if another run was faster, or the outcome is unknown: then this one does nothing more.</returns>
    public async Task<Stored<PositionEntry>?> WriteAsync(
        Stored<PositionEntry> entry, DateTimeOffset nextAt, MarketMoment moment, LedgerBatch batch, DeliveryRound round, CancellationToken cancellationToken)
    {
        var next = entry.Value with { NextAt = nextAt > moment.Now ? nextAt : moment.Now, Revision = entry.Value.Revision + 1 };
        var key = LedgerKeys.Entry(next.Id);
        var versions = await commits.CommitAsync(batch.Replace(key, next, entry.Version), round, cancellationToken).ConfigureAwait(false);
        return versions is null ? null : new Stored<PositionEntry>(next, versions[key]);
    }

    /// <summary>Delivers what the writes of a step posted.</summary>
    public Task TellAsync(DeliveryRound round, CancellationToken cancellationToken) => commits.DeliverAsync(round, cancellationToken);

    /// <summary>Looks again soon, because a write of this entry has no known outcome or somebody else was faster.</summary>
    public async Task LookAgainAsync(PositionEntry entry, MarketMoment moment, CancellationToken cancellationToken)
    {
        var occasion = $"r{entry.Revision}:again:{moment.Now.ToUnixTimeMilliseconds()}";
        await sender.TrySendAsync(EntryRequest.Message(entry, occasion, AfterUnsureWrite), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the message for the next step. If the queue does not take it, settlement finds the entry overdue.</summary>
    public async Task ScheduleAsync(PositionEntry entry, MarketMoment moment, CancellationToken cancellationToken)
    {
        var message = EntryRequest.Message(entry, $"r{entry.Revision}", entry.NextAt - moment.Now);
        if (!await sender.TrySendAsync(message, cancellationToken).ConfigureAwait(false))
        {
            logger.LogWarning("The queue did not take {Message}; settlement will repeat it", message.Id);
        }
    }

    /// <summary>Comes back soon without a clock or a look: nothing new is known, so nothing but the revision is written.</summary>
    public async Task RetryAsync(Stored<PositionEntry> entry, TimeSpan delay, string why, CancellationToken cancellationToken)
    {
        logger.LogWarning("Entry {Entry} waits {Delay}: {Why}", entry.Value.Id, delay, why);
        var next = entry.Value with { Revision = entry.Value.Revision + 1 };
        var batch = new LedgerBatch().Replace(LedgerKeys.Entry(next.Id), next, entry.Version);
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null)
        {
            await sender.TrySendAsync(EntryRequest.Message(next, $"r{next.Revision}", delay), cancellationToken).ConfigureAwait(false);
        }
    }
}
