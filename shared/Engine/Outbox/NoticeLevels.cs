using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>The owner's wishes about messages, as the ledger has them. Read at most every few seconds; another process follows that late.</summary>
public sealed class NoticeLevels(DeskLedger documents, TimeProvider time, ILogger<NoticeLevels> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private NoticeSettings _settings = NoticeSettings.Default;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>As they are. A row that cannot be read turns nothing off: all messages come.</summary>
    public async Task<NoticeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _readAt < Fresh)
        {
            return _settings;
        }

        try
        {
            var stored = await documents.FindAsync<NoticeSettings>(LedgerKeys.Notices, cancellationToken).ConfigureAwait(false);
            Changed(stored?.Value ?? NoticeSettings.Default);
            return _settings;
        }
        catch (Exception problem) when (problem is LedgerDocumentException or LedgerUnavailableException)
        {
            logger.LogWarning(problem, "The settings of messages cannot be read: all come");
            return NoticeSettings.Default;
        }
    }

    /// <summary>Takes what this process has just written.</summary>
    public void Changed(NoticeSettings settings) => (_settings, _readAt) = (settings, time.GetUtcNow());
}
