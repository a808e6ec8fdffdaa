using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/close SYM|id</c>: one named position at once; several, or in Monitor and Halted, after a second tap.</summary>
public sealed class CloseCommand(
    DeskLedger documents, DeskCommits commits, MarketMoments moments, OwnerCloses closes, EndedPositions ended, Tokens tokens)
{
    private const int Most = 10;

    public async Task<CommandResult> RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return new CommandResult("Which one? For instance: /close AAPL");
        }

        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var found = PositionSearch.Find(positions, argument) is { Count: > 0 } named ? named
            : await OfCardsAsync(positions, argument, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return new CommandResult(await ended.AnswerAsync(positions, argument, cancellationToken).ConfigureAwait(false));
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            return new CommandResult($"Not closed: {Html.Escape(moment.Failure)}. Please try again.");
        }

        return found.Count > Most
            ? new CommandResult($"{found.Count} positions match {Html.Escape(argument)}: please name one by its symbol.")
            : await CloseAsync(update, found, moment.Value, cancellationToken).ConfigureAwait(false);
    }

    // A card's number stands for the position that it is about.
    private async Task<IReadOnlyList<Stored<Position>>> OfCardsAsync(IReadOnlyList<Stored<Position>> positions, string number, CancellationToken cancellationToken)
    {
        var cards = await documents.ReadableApprovalsAsync([], cancellationToken).ConfigureAwait(false);
        var meant = cards.Where(card => card.Value.Status == ApprovalStatus.Open && CardNumber.Matches(card.Value.Token, number))
            .Select(static card => card.Value.PositionId).ToHashSet();
        return [.. positions.Where(position => position.Value.Status.IsLive() && meant.Contains(position.Value.Id))];
    }

    private async Task<CommandResult> CloseAsync(OperatorUpdate update, IReadOnlyList<Stored<Position>> found, MarketMoment moment, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var refusals = new List<string>();
        var told = new List<string>();
        foreach (var position in found)
        {
            var title = Html.Escape(Titles.Of(position.Value));
            if (await closes.RefusalAsync(position.Value, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else if (found.Count > 1 || !switches.AllowsAutomaticOrders)
            {
                told.Add($"{title}: {await AskAsync(position.Value, switches, moment, cancellationToken).ConfigureAwait(false)}");
            }
            else if (await closes.StartAsync(position, update, "/close", moment, cancellationToken).ConfigureAwait(false))
            {
                told.Add($"{title}: closing");
            }
            else
            {
                refusals.Add($"{title} changed just now. Please look at /status and try again.");
            }
        }

        var result = refusals.Count > 0 ? new CommandResult(string.Join('\n', refusals)) : CommandResult.Told(string.Join('\n', told));
        return found.Count == 1 ? result with { Subject = found[0].Value.Id } : result;
    }

    private async Task<string> AskAsync(Position position, DeskSwitches switches, MarketMoment moment, CancellationToken cancellationToken)
    {
        var mark = await documents.MarkAsync(position.Id, cancellationToken).ConfigureAwait(false);
        var token = tokens.Next();
        var text = $"⚪ <b>Close {Html.Escape(Titles.Of(position))}?</b>\n"
            + (switches.State == TradingState.Halted ? "Trading is halted; your own close passes.\n"
                : switches.Mode == TradingMode.Monitor ? "Monitor mode; your own close passes.\n" : "")
            + $"Quote {Figures.Price(mark.Quote?.Bid)} / {Figures.Price(mark.Quote?.Ask)}";
        return await commits.CommitAsync(
            Question.ByOwner(ApprovalKind.CloseByOwner, position, mark, token, moment, text), cancellationToken).ConfigureAwait(false) is null
            ? "not asked, the ledger did not answer"
            : $"asked for a second tap on card {CardNumber.Of(token)}";
    }
}
