using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/close SYM|id</c>: one named position at once; several, or in Monitor and Halted, after a second tap.</summary>
public sealed class CloseCommand(
    DeskLedger documents, DeskCommits commits, MarketMoments moments, OwnerCloses closes, EndedPositions ended, Tokens tokens, DeskReplies replies)
{
    private const int Most = 10;

    public async Task RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var found = argument.Length == 0 ? [] : PositionSearch.Find(positions, argument);
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            var text = argument.Length == 0 ? "Which one? For instance: /close AAPL" : await ended.AnswerAsync(positions, argument, cancellationToken).ConfigureAwait(false);
            await replies.ReplyAsync(update, text, cancellationToken).ConfigureAwait(false);
        }
        else if (!moment.Succeeded)
        {
            await replies.ReplyAsync(update, $"Not closed: {Html.Escape(moment.Failure)}. Please try again.", cancellationToken).ConfigureAwait(false);
        }
        else if (found.Count > Most)
        {
            await replies.ReplyAsync(update, $"{found.Count} positions match {Html.Escape(argument)}: please name one by its symbol.", cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CloseAsync(update, found, moment.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(OperatorUpdate update, IReadOnlyList<Stored<Position>> found, MarketMoment moment, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var refusals = new List<string>();
        foreach (var position in found)
        {
            if (await closes.RefusalAsync(position.Value, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else if (found.Count == 1 && switches.AllowsAutomaticOrders)
            {
                await StartAsync(update, position, moment, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await AskAsync(position.Value, switches, moment, cancellationToken).ConfigureAwait(false);
            }
        }

        if (refusals.Count > 0)
        {
            await replies.ReplyAsync(update, string.Join('\n', refusals), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(OperatorUpdate update, Stored<Position> position, MarketMoment moment, CancellationToken cancellationToken)
    {
        var mark = await documents.MarkAsync(position.Value.Id, cancellationToken).ConfigureAwait(false);
        var asked = position.Value.ApprovalToken is { } token
            ? await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false)
            : null;
        var batch = CloseStart.Batch(position, OwnerCloses.Trigger(position.Value, null, mark.Quote, update.UserName, moment), cardKey: null, moment)
            .NoteClose(position.Value, asked?.Value, update.UserName, moment);
        if (asked is { Value.Status: ApprovalStatus.Open })
        {
            Question.Overtake(batch, asked, $"overtaken by /close of {update.UserName}")
                .Post(Question.CardEntry(
                    asked.Value,
                    QuestionCards.Over(QuestionCards.Title(asked.Value, position.Value), $"Overtaken by /close of {update.UserName}", moment.Now),
                    moment,
                    isFinal: true));
        }

        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
        {
            await replies.ReplyAsync(
                update, $"{Html.Escape(Titles.Of(position.Value))} changed just now. Please look at /status and try again.", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AskAsync(Position position, DeskSwitches switches, MarketMoment moment, CancellationToken cancellationToken)
    {
        var mark = await documents.MarkAsync(position.Id, cancellationToken).ConfigureAwait(false);
        var text = $"⚪ <b>Close {Html.Escape(Titles.Of(position))}?</b>\n"
            + (switches.State == TradingState.Halted ? "Trading is halted; your own close passes.\n"
                : switches.Mode == TradingMode.Monitor ? "Monitor mode; your own close passes.\n" : "")
            + $"Quote {Figures.Price(mark.Quote?.Bid)} / {Figures.Price(mark.Quote?.Ask)}";
        await commits.CommitAsync(
            Question.ByOwner(ApprovalKind.CloseByOwner, position, mark, tokens.Next(), moment, text), cancellationToken).ConfigureAwait(false);
    }
}
