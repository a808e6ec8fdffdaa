using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Says through log and audit what a chat that takes nothing cannot be told. The words themselves stay in the outbox.</summary>
public sealed class BlockedChat(ILedger ledger, TimeProvider time, ILogger<BlockedChat> logger)
{
    private bool _isBlocked;

    /// <summary>True from a refusal on until something arrives.</summary>
    public bool IsBlocked => Volatile.Read(ref _isBlocked);

    /// <summary>Notes a refusal: each in the log, the first of a time in the audit.</summary>
    public async Task NoteAsync(OutboxEntry entry, DeliveryOutcome.Blocked outcome, CancellationToken cancellationToken)
    {
        logger.LogError("The owner's chat takes no messages ({Why}). Kept for later: {Words}", outcome.Why, PlainText.Of(entry.Notice!.Card.Html));
        if (Volatile.Read(ref _isBlocked))
        {
            return;
        }

        Volatile.Write(ref _isBlocked, true);
        var now = time.GetUtcNow();
        try
        {
            await ledger.AppendAsync(
                [Audit.Row($"chat-blocked:{now.ToUnixTimeSeconds()}", now, "desk", "chat-blocked", "Telegram", $"{outcome.Why}; messages are kept until the chat takes them again")],
                cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException problem)
        {
            logger.LogWarning(problem, "The blocked chat could not be audited");
        }
    }

    /// <summary>Something arrived.</summary>
    public void End() => Volatile.Write(ref _isBlocked, false);
}
