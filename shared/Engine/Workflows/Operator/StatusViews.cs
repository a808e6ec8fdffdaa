using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Status messages with a Refresh button that edits them in place.</summary>
public sealed class StatusViews(DeskLedger documents, DeskCommits commits, StatusReport report, MarketMoments moments, Tokens tokens, TimeProvider time)
{
    /// <summary>Shows the status anew.</summary>
    /// <param name="update">Who asks; a repeat of the update shows it once.</param>
    /// <param name="argument">What of it; empty for all that is evaluated.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="LedgerUnavailableException">It is not written: the queue brings the command again.</exception>
    public async Task ShowAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var token = tokens.Next();
        var batch = new LedgerBatch().Insert(LedgerKeys.View(token), new DeskView(argument, time.GetUtcNow()));
        var text = await report.TextAsync(argument, cancellationToken).ConfigureAwait(false);
        if (await commits.CommitAsync(Posted(batch, token, text, $"reply:{update.UpdateId}"), cancellationToken).ConfigureAwait(false) is null)
        {
            throw new LedgerUnavailableException($"the answer to update {update.UpdateId} is not written");
        }
    }

    /// <summary>Edits the message of a pressed Refresh button.</summary>
    /// <returns>The toast.</returns>
    public async Task<string> RefreshAsync(string token, CancellationToken cancellationToken)
    {
        var view = token.Length == 0 ? null : await documents.FindAsync<DeskView>(LedgerKeys.View(token), cancellationToken).ConfigureAwait(false);
        if (view is null)
        {
            return "This message is too old to refresh: /status shows it anew.";
        }

        var text = await report.TextAsync(view.Value.Argument, cancellationToken).ConfigureAwait(false);
        var at = (moments.Assumed?.Now ?? time.GetUtcNow()).ToUnixTimeMilliseconds();
        return await commits.CommitAsync(Posted(new LedgerBatch(), token, text, $"view:{token}:{at}"), cancellationToken).ConfigureAwait(false) is null
            ? "Not refreshed: the ledger does not answer. Please tap again."
            : "Refreshed";
    }

    // Each part is a card of its own, edited in its place; the button is under the last.
    private LedgerBatch Posted(LedgerBatch batch, string token, string text, string eventId)
    {
        var parts = LongText.Split(text);
        for (var i = 0; i < parts.Count; i++)
        {
            IReadOnlyList<IReadOnlyList<CardButton>> buttons = i == parts.Count - 1 ? [[new CardButton("Refresh", $"refresh:{token}")]] : [];
            batch.Post(new OutboxEntry($"{eventId}:{i:D3}", time.GetUtcNow())
            {
                Notice = new Notice(new Card(parts[i], buttons), $"{LedgerKeys.View(token)}:{i}") { Kind = NoticeKind.Answer },
            });
        }

        return batch;
    }
}
