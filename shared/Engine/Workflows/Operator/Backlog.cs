using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Words that wait for the chat: delivered when its pause is over, or when its owner writes after having blocked it.</summary>
public sealed class Backlog(
    DeskLedger documents, OutboxDelivery outbox, IMessageSender sender, NoticeDelivery notices, ChatPause pause, BlockedChat blocked, MarketMoments moments, TimeProvider time)
{
    /// <summary>What is younger may still be in the hands of whoever posted it.</summary>
    public static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(2);

    /// <summary>The pause is over by the queue's clock: goes on with what waits, and comes back once more for what is too young.</summary>
    public async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        pause.End();
        if (!await DeliverAsync(cancellationToken).ConfigureAwait(false))
        {
            await sender.TrySendAsync(OperatorUpdate.Delivery(time.GetUtcNow(), LeftBehind), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on with what waits.</summary>
    /// <returns>False if something was left to others: it is too young, or another delivery runs.</returns>
    public async Task<bool> DeliverAsync(CancellationToken cancellationToken)
    {
        if (notices.IsRunning)
        {
            return false;
        }

        var now = moments.Assumed?.Now ?? time.GetUtcNow();
        var waiting = (await documents.ReadableOutboxAsync([], cancellationToken).ConfigureAwait(false)).Where(static entry => entry.Notice is not null).ToList();
        await outbox.DeliverLeftoversAsync(waiting, IsLeft, cancellationToken).ConfigureAwait(false);
        return waiting.All(IsLeft);

        bool IsLeft(OutboxEntry entry) => (now - entry.PostedAt).Duration() >= LeftBehind;
    }

    /// <summary>A user has written, so the chat takes messages again.</summary>
    /// <returns>True if it took none before: then all that waits goes out.</returns>
    public bool Reopen()
    {
        if (!blocked.IsBlocked)
        {
            return false;
        }

        pause.End();
        return true;
    }
}
