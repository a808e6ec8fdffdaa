using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/manage</c>, <c>/watch</c>, <c>/ignore SYM|id</c>: what the desk may do with a position.</summary>
public sealed class ManageCommand(DeskLedger documents, MarketMoments moments, Managing managing)
{
    private const int Most = 20;

    public async Task<CommandResult> RunAsync(OperatorUpdate update, Management wanted, string verb, string argument, CancellationToken cancellationToken) =>
        new(await AnswerAsync(update, wanted, verb, argument, cancellationToken).ConfigureAwait(false));

    private async Task<string> AnswerAsync(OperatorUpdate update, Management wanted, string verb, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return $"Which one? For instance: /{verb} AAPL";
        }

        var found = PositionSearch.Find(await documents.PositionsAsync(cancellationToken).ConfigureAwait(false), argument);
        if (found.Count is 0 or > Most)
        {
            return found.Count == 0
                ? $"No open position matches {Html.Escape(argument)}. /status all lists them."
                : $"{found.Count} positions match {Html.Escape(argument)}: please name one by its symbol.";
        }

        var able = found.Where(position => Managing.Refusal(position.Value, wanted) is null).ToList();
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        if (able.Count > 0 && !await managing.ChangeAsync(able, wanted, update, moment.Now, cancellationToken).ConfigureAwait(false))
        {
            return "Nothing changed: the position changed just now. Please try again.";
        }

        return string.Join('\n', found.Select(position => $"{Html.Escape(Titles.Of(position.Value))}: "
            + (Managing.Refusal(position.Value, wanted) is { } refusal ? $"not changed, {refusal}" : Titles.Management(wanted))));
    }
}
