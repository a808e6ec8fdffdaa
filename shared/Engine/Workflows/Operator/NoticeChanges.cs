using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Applies the owner's wishes about messages: kept in the ledger, in force at once.</summary>
public sealed class NoticeChanges(DeskLedger documents, DeskCommits commits, NoticeLevels levels)
{
    /// <summary>As they are in the ledger.</summary>
    public async Task<NoticeSettings> ReadAsync(CancellationToken cancellationToken) =>
        (await documents.FindAsync<NoticeSettings>(LedgerKeys.Notices, cancellationToken).ConfigureAwait(false))?.Value ?? NoticeSettings.Default;

    /// <summary>Changes the level of one kind or rule.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="level">How it is to arrive.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>What became of it, as HTML.</returns>
    public async Task<string> ApplyAsync(NoticeSubject subject, NoticeLevel level, CancellationToken cancellationToken)
    {
        if (level == NoticeLevel.Off && subject.MustArrive is { } why)
        {
            return $"Not changed: {Html.Escape(subject.Name)} cannot be turned off, {why}. It can be silent: /settings {Html.Escape(subject.Name)} silent";
        }

        var stored = await documents.FindAsync<NoticeSettings>(LedgerKeys.Notices, cancellationToken).ConfigureAwait(false);
        var before = stored?.Value ?? NoticeSettings.Default;
        var after = subject.With(before, level) with { Version = before.Version + 1 };
        var batch = new LedgerBatch();
        _ = stored is null ? batch.Insert(LedgerKeys.Notices, after) : batch.Replace(LedgerKeys.Notices, after, stored.Version);
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
        {
            return "Not changed: somebody else was faster, or the ledger did not answer. Please try again.";
        }

        levels.Changed(after);
        return $"{Html.Escape(subject.Title)}: {Words(subject.Of(before))} → {Words(level)}";
    }

    private static string Words(NoticeLevel level) => level.ToString().ToLowerInvariant();
}
