using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>The second tap of <c>/closeall</c>: begins each close, then uses the token up, so that a crash between ends in a repeat and not in a rest.</summary>
public sealed class CloseAllButton(DeskLedger documents, DeskCommits commits, OwnerCloses closes)
{
    /// <summary>Closes those of the card that are still open; what was begun before is not begun again.</summary>
    /// <returns>The toast.</returns>
    public async Task<string> PressAsync(Stored<ApprovalCard> approval, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var begun = 0;
        var others = new List<string>();
        foreach (var id in approval.Value.Positions)
        {
            var position = await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false);
            if (position is null)
            {
                continue;
            }

            if (await closes.RefusalAsync(position.Value, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                others.Add(refusal);
            }
            else if (await closes.StartAsync(position, update, "/closeall", moment, cancellationToken).ConfigureAwait(false))
            {
                begun++;
            }
            else
            {
                return $"{begun} begun, but {Titles.Of(position.Value)} changed just now. Please tap again for the rest.";
            }
        }

        var answer = $"{begun} of {approval.Value.Positions.Count} closing, confirmed by {update.UserName}"
            + (others.Count > 0 ? $"; {string.Join("; ", others.Select(PlainText.Of))}" : "");
        return await commits.CommitAsync(ButtonPresses.Used(approval, null, answer, moment), cancellationToken).ConfigureAwait(false) is null
            ? $"{begun} closing; the card could not be ended. /status shows them."
            : answer;
    }
}
