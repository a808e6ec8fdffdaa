using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Answers to commands: posted like everything else, so that a busy chat delays them and loses none. One for each update.</summary>
public sealed class DeskReplies(DeskCommits commits, TimeProvider time)
{
    /// <exception cref="LedgerUnavailableException">It is not written: the queue brings the command again.</exception>
    public Task ReplyAsync(OperatorUpdate update, string html, CancellationToken cancellationToken) => ReplyAsync(update, html, null, cancellationToken);

    /// <summary>Answers, and keeps the audit row of what was done.</summary>
    /// <param name="update">Whom.</param>
    /// <param name="html">The answer; null if the chat shows it already.</param>
    /// <param name="row">Null if nothing was done.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <exception cref="LedgerUnavailableException">It is not written: the queue brings the command again.</exception>
    public async Task ReplyAsync(OperatorUpdate update, string? html, OutboxEntry? row, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        var part = 0;
        foreach (var text in html is null ? [] : LongText.Split(html))
        {
            batch.Post(new OutboxEntry($"reply:{update.UpdateId}:{part++:D3}", time.GetUtcNow()) { Notice = new Notice(Card.Plain(text)) { Kind = NoticeKind.Answer } });
        }

        if (row is not null)
        {
            batch.Post(row);
        }

        if (batch.Posted.Count > 0 && await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new LedgerUnavailableException($"the answer to update {update.UpdateId} is not written");
        }
    }
}
