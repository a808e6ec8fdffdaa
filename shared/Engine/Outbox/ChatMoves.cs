using System.Globalization;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Follows the owner's chat to a new id, keeps that in the ledger, and tells it there.</summary>
public sealed class ChatMoves(ILedger ledger, DeskLedger documents, ChatAddress address, TimeProvider time, ILogger<ChatMoves> logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>Goes along. What is told lies in the outbox and leaves with what is left there.</summary>
    public async Task FollowAsync(long to, CancellationToken cancellationToken)
    {
        address.Move(to);
        var now = time.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"chat-moved:{to}");
        var text = string.Create(CultureInfo.InvariantCulture, $"chat {address.Configured} is now chat {to}");
        logger.LogWarning("The owner's {Move}; set TELEGRAM_CHAT_ID to it", text);
        var batch = new LedgerBatch()
            .Put(LedgerKeys.ChatMove, new ChatMove(address.Configured, to, now))
            .Post(Audit.Entry(id, now, "desk", "chat-moved", "Telegram", text))
            .Post(new OutboxEntry(id, now)
            {
                Notice = new Notice(Card.Plain(string.Create(
                    CultureInfo.InvariantCulture,
                    $"⚠️ <b>This chat has a new id</b>\nTelegram made it <code>{to}</code>. The desk writes here and listens here already.\nIf you do nothing: it goes on so. Set TELEGRAM_CHAT_ID to {to} with the next deployment."))),
            });
        await ledger.CommitAsync(batch.Changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether words from this chat may count: the configured one, or the one that it has become.</summary>
    public async Task<bool> IsOursAsync(long chat, CancellationToken cancellationToken)
    {
        if (chat == address.Current || chat == address.Configured)
        {
            return true;
        }

        // Strangers must not make the storage busy.
        var now = time.GetUtcNow();
        if (now - _lookedAt < BetweenLooks)
        {
            return false;
        }

        _lookedAt = now;
        try
        {
            var stored = await documents.FindAsync<ChatMove>(LedgerKeys.ChatMove, cancellationToken).ConfigureAwait(false);
            if (stored?.Value is { } move && move.From == address.Configured)
            {
                address.Move(move.To);
            }
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(problem, "Whether the chat has moved cannot be read");
        }

        return chat == address.Current;
    }
}
