using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>"Keep as is" and "Pair again" on the card of what is left of a structure.</summary>
public sealed class OrphanAnswers(DeskCommits commits)
{
    /// <summary>Answers for good. Kept, it stays a position of its own; paired, the next sync matches it with all else that is held.</summary>
    /// <returns>The toast.</returns>
    public async Task<string> AnswerAsync(
        Stored<ApprovalCard> approval, Stored<Position> position, bool pairs, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var answer = pairs
            ? $"To be paired again at the next sync, by {update.UserName}"
            : $"Kept as it is by {update.UserName}";
        var batch = ButtonPresses.Used(approval, position.Value, answer, moment)
            .Post(Audit.Entry($"orphan:{approval.Value.Token}", moment.Now, position.Value.Id, pairs ? "orphan-paired" : "orphan-kept", update.UserName, answer));
        if (pairs)
        {
            batch.Replace(LedgerKeys.Position(position.Value.Id), position.Value with { IsOrphan = false }, position.Version);
        }

        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? "The position changed just now. Please tap again."
            : answer;
    }
}
