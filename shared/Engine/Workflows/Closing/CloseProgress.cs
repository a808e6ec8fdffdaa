using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Writes how far a closing is and schedules its next message.</summary>
public sealed class CloseProgress(DeskCommits commits, IMessageSender sender, ILogger<CloseProgress> logger)
{
    /// <summary>The owner hears of a slow closing at most this often.</summary>
    public static readonly TimeSpan BetweenAlerts = TimeSpan.FromMinutes(1);

    /// <summary>How soon a closing is looked at again whose write did not succeed.</summary>
    public static readonly TimeSpan AfterUnsureWrite = TimeSpan.FromSeconds(1);

    /// <summary>Comes back later because others go first; the history says so once until it sends.</summary>
    public Task HoldAsync(Stored<PositionClosing> closing, CloseStep.Wait wait, MarketMoment moment, CancellationToken cancellationToken)
    {
        var held = closing.Value;
        return held.HeldBackSince is not null
            ? ComeBackAsync(closing, wait, moment, [], cancellationToken)
            : ComeBackAsync(
                closing with { Value = held with { HeldBackSince = moment.Now } }, wait, moment,
                [
                    Audit.Entry(
                        $"{held.Id}:held:r{held.Revision}", moment.Now, held.PositionId, "close-held", held.Trigger.RequestedBy,
                        $"{Titles.Of(held)}: {wait.Why}; asked again at {NewYork.Clock(wait.Until)}"),
                ],
                cancellationToken);
    }

    /// <summary>Comes back later, and says so where it is alarming.</summary>
    public Task WaitAsync(
        Stored<PositionClosing> closing, CloseStep.Wait wait, MarketMoment moment, CancellationToken cancellationToken, params OutboxEntry[] noted) =>
        ComeBackAsync(closing with { Value = closing.Value with { HeldBackSince = null } }, wait, moment, noted, cancellationToken);

    private async Task ComeBackAsync(
        Stored<PositionClosing> closing, CloseStep.Wait wait, MarketMoment moment, IReadOnlyList<OutboxEntry> noted, CancellationToken cancellationToken)
    {
        var entries = noted.ToList();
        if (wait.IsAlarming && !(moment.Now - closing.Value.AlertedAt < BetweenAlerts))
        {
            closing = closing with { Value = closing.Value with { AlertedAt = moment.Now } };
            entries.Add(new OutboxEntry($"{closing.Value.Id}:slow:{moment.Now.ToUnixTimeSeconds()}", moment.Now)
            {
                Notice = new Notice(ClosingCards.Slow(closing.Value, wait.Why, moment.Now, wait.Until)) { Topic = $"slow:{closing.Value.Id}" },
            });
        }

        var round = new DeliveryRound();
        if (await WriteAsync(closing, wait.Until, moment, entries, round, cancellationToken).ConfigureAwait(false) is { } written)
        {
            await ScheduleAsync(written.Value, moment, cancellationToken).ConfigureAwait(false);
            await TellAsync(round, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the closing with its next time. What it posted waits in the round: no chat and no audit delays the next step.</summary>
    /// <returns>As written; null if another run was faster, or the outcome is unknown: then this one does nothing more.</returns>
    public async Task<Stored<PositionClosing>?> WriteAsync(
        Stored<PositionClosing> closing, DateTimeOffset nextAt, MarketMoment moment, IReadOnlyList<OutboxEntry> entries, DeliveryRound round, CancellationToken cancellationToken)
    {
        var next = closing.Value with { NextAt = nextAt > moment.Now ? nextAt : moment.Now, Revision = closing.Value.Revision + 1 };
        var key = LedgerKeys.Closing(next.PositionId, next.Number);
        var batch = new LedgerBatch().Replace(key, next, closing.Version);
        foreach (var entry in entries)
        {
            batch.Post(entry);
        }

        var versions = await commits.CommitAsync(batch, round, cancellationToken).ConfigureAwait(false);
        return versions is null ? null : new Stored<PositionClosing>(next, versions[key]);
    }

    /// <summary>Delivers what the writes of a step posted.</summary>
    public Task TellAsync(DeliveryRound round, CancellationToken cancellationToken) => commits.DeliverAsync(round, cancellationToken);

    /// <summary>Looks again soon, because a write of this closing has no known outcome or somebody else was faster.</summary>
    /// <remarks>The clock is part of the id: two such looks must not be taken for one.</remarks>
    public async Task LookAgainAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var occasion = $"r{closing.Revision}:again:{moment.Now.ToUnixTimeMilliseconds()}";
        await sender.TrySendAsync(CloseRequest.Message(closing, occasion, AfterUnsureWrite), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the message for the next step. If the queue does not take it, settlement finds the closing overdue.</summary>
    public async Task ScheduleAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var message = CloseRequest.Message(closing, $"r{closing.Revision}", closing.NextAt - moment.Now);
        if (!await sender.TrySendAsync(message, cancellationToken).ConfigureAwait(false))
        {
            logger.LogWarning("The queue did not take {Message}; settlement will repeat it", message.Id);
        }
    }

    /// <summary>Comes back soon without a clock or a look: nothing new is known, so nothing but the revision is written.</summary>
    public async Task RetryAsync(Stored<PositionClosing> closing, TimeSpan delay, string why, CancellationToken cancellationToken)
    {
        logger.LogWarning("Closing {Closing} waits {Delay}: {Why}", closing.Value.Id, delay, why);
        var next = closing.Value with { Revision = closing.Value.Revision + 1 };
        var batch = new LedgerBatch().Replace(LedgerKeys.Closing(next.PositionId, next.Number), next, closing.Version);
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null)
        {
            await sender.TrySendAsync(
                CloseRequest.Message(next, $"r{next.Revision}", delay), cancellationToken).ConfigureAwait(false);
        }
    }
}
