using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Words that wait for the chat: delivered when its pause is over, or when its owner writes after having blocked it.</summary>
public sealed class Backlog(
    DeskLedger documents, OutboxDelivery outbox, NoticeDelivery notices, ChatPause pause, BlockedChat blocked, MarketMoments moments, TimeProvider time)
{
    /// <summary>What is younger may still be in the hands of whoever posted it.</summary>
    public static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(2);

    /// <summary>Goes on with what waits. While another delivery runs it leaves it to that one, or to settlement.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        if (notices.IsRunning)
        {
            return;
        }

        var now = moments.Assumed?.Now ?? time.GetUtcNow();
        var waiting = await documents.ReadableOutboxAsync([], cancellationToken).ConfigureAwait(false);
        await outbox.DeliverLeftoversAsync(
            waiting, entry => entry.Notice is not null && (now - entry.PostedAt).Duration() >= LeftBehind, cancellationToken).ConfigureAwait(false);
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
