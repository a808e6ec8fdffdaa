using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/note id|SYM [text]</c>: keeps a note with a position, open or ended; without text it reads them.</summary>
public sealed class NoteCommand(ILedger ledger, DeskLedger documents, DeskCommits commits, MarketMoments moments)
{
    private const int Shown = 20;

    public async Task<CommandResult> RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new CommandResult("About which one? For instance: /note AAPL sold too early last time");
        }

        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var found = PositionSearch.Find(positions, words[0]) is { Count: > 0 } live ? live : [.. PositionSearch.FindEnded(positions, words[0]).Take(1)];
        if (found is not [var position])
        {
            return new CommandResult(found.Count == 0
                ? $"No position matches {Html.Escape(words[0])}. /status lists them."
                : $"{found.Count} positions match {Html.Escape(words[0])}; name one:\n"
                    + string.Join('\n', found.Take(Shown).Select(static each => $"<code>{Html.Escape(each.Value.Handle)}</code> {Html.Escape(Titles.Of(each.Value))}")));
        }

        var about = position.Value;
        var result = words.Length == 1
            ? await ReadAsync(about.Id, Titles.Of(about), cancellationToken).ConfigureAwait(false)
            : await KeepAsync(update, about.Id, Titles.Of(about), words[1], cancellationToken).ConfigureAwait(false);
        return new CommandResult(result) { Subject = about.Id };
    }

    private async Task<string> KeepAsync(OperatorUpdate update, string id, string title, string text, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch().Post(Notes.Entry($"{update.UpdateId}", id, new NoteRecord(moment.Now, update.Who, text)));
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? "Not kept: the ledger did not answer. Please try again."
            : $"Noted for {Html.Escape(title)}.";
    }

    private async Task<string> ReadAsync(string id, string title, CancellationToken cancellationToken)
    {
        var notes = await Notes.ReadAsync(ledger, id, cancellationToken).ConfigureAwait(false);
        var now = (await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false)).Now;
        return notes.Count == 0
            ? $"No note about {Html.Escape(title)}."
            : string.Join('\n', notes.TakeLast(Shown)
                .Select(note => $"{NewYork.ShortClock(note.At, now)} {Html.Escape(note.Who)}: {Html.Escape(note.Text)}").Prepend($"<b>{Html.Escape(title)}</b>"));
    }
}
