using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>"Hold" and "Keep this session" on a rule's card: the rule that asked is silent for a while, all others act.</summary>
public sealed class RuleAnswers(DeskCommits commits, DeskLedger documents)
{
    /// <summary>Silences the rule and opens the position again.</summary>
    /// <param name="approval">Open, and of a rule.</param>
    /// <param name="position">It waits for this answer.</param>
    /// <param name="until">From then on the rule speaks again.</param>
    /// <param name="rejects">True for the session, false for a while.</param>
    /// <param name="update">Who answers.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The toast.</returns>
    public async Task<string> SilenceAsync(
        Stored<ApprovalCard> approval, Stored<Position> position, DateTimeOffset until, bool rejects, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var rule = approval.Value.Decision!.Reason;
        var silence = new Silence(rule, until)
        {
            OfDeepLoss = rule == ExitReason.StopLoss && position.Value.AskOnce.Contains(rule) ? position.Value.AskOnceLoss : null,
        };
        var held = position.Value.Asked(rule) with
        {
            Status = PositionStatus.Open,
            ApprovalToken = null,
            Silences = [.. position.Value.Silences.Where(other => other.Until > moment.Now && other.Rule != rule), silence],
        };
        var answer = (rejects
            ? $"Kept this session by {update.UserName}"
            : $"Held by {update.UserName} until {NewYork.ShortClock(until, moment.Now)}") + QuestionCards.Afterwards(approval.Value, "then")
            + (silence.OfDeepLoss is null ? "" : QuestionCards.ClosesAtOnce(position.Value));
        var batch = ButtonPresses.Used(approval, position.Value, answer, moment)
            .Replace(LedgerKeys.Position(held.Id), held, position.Version)
            .Post(Audit.Entry($"held:{approval.Value.Token}", moment.Now, held.Id, rejects ? "rejected" : "held", update.UserName, answer))
            .NoteKept(rejects ? OverrideKind.Rejection : OverrideKind.Snooze, position.Value, rule, await documents.ReadableMarkAsync(held.Id, cancellationToken).ConfigureAwait(false), update.UserName, moment);
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null ? "The position changed just now. Please tap again." : answer;
    }

    /// <summary>The end of the session that a rejection is for: today's close, or the next open where that is past.</summary>
    public static DateTimeOffset EndOfSession(MarketMoment moment) =>
        moment.Session is { } session && moment.Now < session.CloseAt ? session.CloseAt : moment.NextOpen;
}
