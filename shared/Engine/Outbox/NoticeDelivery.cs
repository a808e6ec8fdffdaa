using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Desk;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Brings notices into the chat, as its owner wants them, and keeps to the chat's limits.</summary>
public sealed class NoticeDelivery(
    CardDelivery cards,
    IOperatorDesk desk,
    DeskHealth health,
    NoticeLevels levels,
    ChatPause pause,
    ChatMoves moves,
    BlockedChat blocked,
    TimeProvider time,
    ILogger<NoticeDelivery> logger)
{
    /// <summary>A chat that does not answer this long gets its words later: the next sweep must not wait for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private int _running;

    /// <summary>True while a delivery runs in this process: what it has in hand is not left behind.</summary>
    public bool IsRunning => Volatile.Read(ref _running) > 0;

    /// <summary>Delivers in the order given, until the chat asks for a pause.</summary>
    /// <returns>What needs no further delivery: shown, not wanted, out of date, or refused for good.</returns>
    public async Task<IReadOnlyList<OutboxEntry>> DeliverAsync(
        IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var done = new List<OutboxEntry>();
        if (entries.Count == 0 || pause.Left > TimeSpan.Zero)
        {
            return done;
        }

        Interlocked.Increment(ref _running);
        try
        {
            var wanted = await levels.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                if (!await TryInTimeAsync(entry, wanted, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }

                done.Add(entry);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }

        return done;
    }

    private async Task<bool> TryInTimeAsync(OutboxEntry entry, NoticeSettings wanted, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await TryDeliverAsync(entry, wanted, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            health.ChatAnswered(new DeliveryOutcome.Unknown($"no answer within {Patience.TotalSeconds:0} s"));
            return false;
        }
    }

    private async Task<bool> TryDeliverAsync(OutboxEntry entry, NoticeSettings wanted, CancellationToken cancellationToken)
    {
        var outcome = await ShowAsync(entry, wanted, cancellationToken).ConfigureAwait(false);
        if (outcome is DeliveryOutcome.Moved moved)
        {
            await moves.FollowAsync(moved.ChatId, cancellationToken).ConfigureAwait(false);
            outcome = await ShowAsync(entry, wanted, cancellationToken).ConfigureAwait(false);
        }

        if (outcome is null)
        {
            return true;
        }

        health.ChatAnswered(outcome);
        if (outcome is not DeliveryOutcome.Delivered)
        {
            logger.LogWarning("Notice {Entry} did not arrive: {Outcome}", entry.Id, outcome);
        }

        await NoteAsync(entry, outcome, cancellationToken).ConfigureAwait(false);
        return outcome is DeliveryOutcome.Delivered or DeliveryOutcome.Refused;
    }

    private async Task NoteAsync(OutboxEntry entry, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case DeliveryOutcome.RateLimited limited:
                pause.For(limited.RetryAfter);
                break;
            case DeliveryOutcome.Blocked refusal:
                await blocked.NoteAsync(entry, refusal, cancellationToken).ConfigureAwait(false);
                break;
            case DeliveryOutcome.Delivered:
                blocked.End();
                break;
            default:
                break;
        }
    }

    // Null where the chat has nothing to be told.
    private Task<DeliveryOutcome?> ShowAsync(OutboxEntry entry, NoticeSettings wanted, CancellationToken cancellationToken)
    {
        var notice = entry.Notice!;
        var level = wanted.Of(notice.Kind, notice.Reason);
        var heard = level == NoticeLevel.Silent ? notice with { Card = notice.Card with { IsSilent = true } } : notice;
        return (notice.CardKey ?? notice.Repeats) is not null ? cards.ShowAsync(entry with { Notice = heard }, level != NoticeLevel.Off, cancellationToken)
            : level == NoticeLevel.Off ? Task.FromResult<DeliveryOutcome?>(null)
            : SendAsync(heard.Card, cancellationToken);
    }

    private async Task<DeliveryOutcome?> SendAsync(Card card, CancellationToken cancellationToken) =>
        await desk.SendAsync(card, cancellationToken).ConfigureAwait(false);
}
