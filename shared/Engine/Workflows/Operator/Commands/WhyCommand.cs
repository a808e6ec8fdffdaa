using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/why SYM|id</c>: why a position is still open; or how one of the last days ended.</summary>
public sealed class WhyCommand(DeskLedger documents, MarketMoments moments, PositionLooks looks, DeskReplies replies)
{
    private const int Most = 5;

    public async Task RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            await replies.ReplyAsync(update, "Which one? For instance: /why AAPL, or /why with a symbol or id from /status.", cancellationToken).ConfigureAwait(false);
            return;
        }

        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var found = PositionSearch.Find(positions, argument);
        var isLive = found.Count > 0;
        found = isLive ? found : PositionSearch.FindEnded(positions, argument);
        if (found.Count == 0)
        {
            await replies.ReplyAsync(update, $"No position matches {Html.Escape(argument)}. /status lists them.", cancellationToken).ConfigureAwait(false);
            return;
        }

        var shown = found.Take(Most).Select(position => position.Value).ToList();
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var texts = isLive
            ? await ExplainAsync(shown, switches, cancellationToken).ConfigureAwait(false)
            : await EndedAsync(shown, cancellationToken).ConfigureAwait(false);
        if (found.Count > Most)
        {
            texts.Add($"… and {found.Count - Most} more: name one by its symbol.");
        }

        await replies.ReplyAsync(update, string.Join("\n\n", texts), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The explanation of one position, live or ended.</summary>
    public async Task<string> ExplainAsync(Position position, DeskSwitches switches, CancellationToken cancellationToken) =>
        (position.Status.IsLive()
            ? await ExplainAsync([position], switches, cancellationToken).ConfigureAwait(false)
            : await EndedAsync([position], cancellationToken).ConfigureAwait(false))[0];

    private async Task<List<string>> ExplainAsync(IReadOnlyList<Position> positions, DeskSwitches switches, CancellationToken cancellationToken)
    {
        var marks = new Dictionary<string, PositionMark>(StringComparer.Ordinal);
        foreach (var position in positions)
        {
            marks[position.Id] = await documents.MarkAsync(position.Id, cancellationToken).ConfigureAwait(false);
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        var texts = new List<string>();
        foreach (var look in await looks.AnewAsync(positions, marks, switches, moment, cancellationToken).ConfigureAwait(false))
        {
            var position = look.Position;
            var closing = position.Status == PositionStatus.Closing
                ? await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false)
                : null;
            var card = position.ApprovalToken is { } token ? await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false) : null;
            texts.Add(WhyText.Of(look, switches, closing?.Value, card?.Value));
        }

        return texts;
    }

    private async Task<List<string>> EndedAsync(IReadOnlyList<Position> positions, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        var texts = new List<string>();
        foreach (var position in positions)
        {
            var closing = position.Closings > 0
                ? await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false)
                : null;
            texts.Add(EndedText.Of(position, closing?.Value, moment.Succeeded ? moment.Value.Now : null));
        }

        return texts;
    }
}
