using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/why SYM|id</c>: why a position is still open.</summary>
public sealed class WhyCommand(DeskLedger documents, ExitPlanBook plans, EndedPositions ended, DeskReplies replies)
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
        if (found.Count == 0)
        {
            await replies.ReplyAsync(update, await ended.AnswerAsync(positions, argument, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return;
        }

        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var texts = new List<string>();
        foreach (var position in found.Take(Most))
        {
            texts.Add(await ExplainAsync(position.Value, switches, cancellationToken).ConfigureAwait(false));
        }

        if (found.Count > Most)
        {
            texts.Add($"… and {found.Count - Most} more: name one by its symbol.");
        }

        await replies.ReplyAsync(update, string.Join("\n\n", texts), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The explanation of one position.</summary>
    public async Task<string> ExplainAsync(Position position, DeskSwitches switches, CancellationToken cancellationToken)
    {
        var mark = await documents.MarkAsync(position.Id, cancellationToken).ConfigureAwait(false);
        var closing = position.Status == PositionStatus.Closing
            ? await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false)
            : null;
        return WhyText.Of(position, mark, plans.PlanFor(position), switches, closing?.Value);
    }
}
