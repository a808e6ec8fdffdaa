using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Answers to commands: posted like everything else, so that a busy chat delays them and loses none.</summary>
public sealed class DeskReplies(DeskCommits commits, TimeProvider time)
{
    public Task ReplyAsync(OperatorUpdate update, string html, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        var part = 0;
        foreach (var text in LongText.Split(html))
        {
            batch.Post(new OutboxEntry($"reply:{update.UpdateId}:{part++:D3}", time.GetUtcNow()) { Notice = new Notice(Card.Plain(text)) });
        }

        return commits.CommitAsync(batch, cancellationToken);
    }
}
