using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>Asks the owner for rules that may not act by themselves, and follows the question: superseded, acted upon, or over.</summary>
public sealed class OpenQuestions(DeskLedger documents, DeskCommits commits, Tokens tokens)
{
    /// <summary>Begins the closing; an open question of the position is over.</summary>
    /// <param name="swept">Not closing yet.</param>
    /// <param name="decision">Why.</param>
    /// <param name="asked">The open question; null if there is none.</param>
    /// <param name="unanswered">True if it acts because nobody answered.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    public Task StartAsync(SweptPosition swept, ExitDecision decision, Stored<ApprovalCard>? asked, bool unanswered, CancellationToken cancellationToken)
    {
        var batch = CloseStart.Batch(swept.Stored, swept.Trigger(decision, unanswered ? ", unanswered" : ""), asked?.Value.Token, swept.Moment);
        if (asked is not null)
        {
            _ = unanswered
                ? Question.End(batch, asked, ApprovalStatus.Lapsed, $"{QuestionCards.Unanswered(asked.Value)}, so it closes by itself")
                : Question.End(batch, asked, ApprovalStatus.Overtaken, $"overtaken by {Titles.Reason(decision.Reason!.Value)}");
        }

        return commits.CommitAsync(batch, swept.Round, cancellationToken);
    }

    /// <summary>Asks, or closes at once where no time is left to wait for an answer.</summary>
    public Task AskAsync(SweptPosition swept, ExitDecision decision, CancellationToken cancellationToken)
    {
        var patience = Patience(swept, decision);
        return patience <= swept.Moment.Now
            ? StartAsync(swept, decision, null, unanswered: false, cancellationToken)
            : commits.CommitAsync(
                Question.ByRule(
                    new LedgerBatch(), swept.Stored, swept.Appraisal, decision,
                    new Unanswered(patience, patience is null ? null : decision.Reason, swept.NextSessionOf(decision.Reason!.Value)), tokens.Next(), swept.Moment),
                swept.Round,
                cancellationToken);
    }

    /// <summary>What a sweep makes of a position that awaits its owner's answer.</summary>
    public async Task FollowAsync(SweptPosition swept, CancellationToken cancellationToken)
    {
        var asked = swept.Position.ApprovalToken is { } token ? await documents.ReadableApprovalAsync(token, cancellationToken).ConfigureAwait(false) : null;
        if (asked is not { Value: { Status: ApprovalStatus.Open, Decision: { } finding } })
        {
            var reopened = swept.Position with { Status = PositionStatus.Open, ApprovalToken = null };
            await commits.CommitAsync(
                new LedgerBatch().Replace(LedgerKeys.Position(reopened.Id), reopened, swept.Stored.Version), swept.Round, cancellationToken).ConfigureAwait(false);
            return;
        }

        var demand = swept.Demand();
        if (swept.Forbidden is null && swept.Acts(demand))
        {
            await StartAsync(swept, demand, asked, unanswered: false, cancellationToken).ConfigureAwait(false);
        }
        else if (swept.Moment.Now >= asked.Value.LapsesAt)
        {
            // Whoever else ends questions may be late or stuck: no rule waits for an answer that nobody can give any more.
            await commits.CommitAsync(Question.Lapsed(asked, swept.Stored, swept.Moment), swept.Round, cancellationToken).ConfigureAwait(false);
        }
        else if (Due(swept, asked) is { } due)
        {
            await due(cancellationToken).ConfigureAwait(false);
        }
        else if (swept.Forbidden is null
            && swept.Demand(RuleSet.None.With(finding.Reason)) is { Kind: DecisionKind.Close } other && other.Urgency > finding.Urgency)
        {
            await SupersedeAsync(swept, asked, other, cancellationToken).ConfigureAwait(false);
        }
    }

    // What becomes of a question that nobody answered in its time; null before that, and while its rule cannot tell: then
    // something more urgent may still take its place.
    private Func<CancellationToken, Task>? Due(SweptPosition swept, Stored<ApprovalCard> asked)
    {
        if (asked.Value is not { ActsAt: { } at, ActsFor: { } rule } || swept.Moment.Now < at)
        {
            return null;
        }

        if (swept.Forbidden is { } because)
        {
            return token => EndAsync(swept, asked, $"Not closed by itself: {because}", token);
        }

        if (swept.Position.AskOnce.Contains(rule))
        {
            return token => EndAsync(swept, asked, "Not closed by itself: the desk was switched to Active meanwhile, so it asks again", token);
        }

        var alone = SingleRule.Of(rule, swept.Appraisal.Snapshot, swept.Plan);
        return alone.Kind switch
        {
            DecisionKind.Hold => token => EndAsync(swept, asked, $"No longer: {Titles.Reason(rule)} does not fire any more, so it stays open", token),
            DecisionKind.Close when !IsUnconfirmed(swept, rule) => token => StartAsync(swept, alone, asked, unanswered: true, token),
            DecisionKind.Close or DecisionKind.Undecided => null,
        };
    }

    private static bool IsUnconfirmed(SweptPosition swept, ExitReason rule) =>
        rule is ExitReason.StopLoss or ExitReason.TrailingStop && swept.Appraisal.Unheard.Contains(rule);

    private Task EndAsync(SweptPosition swept, Stored<ApprovalCard> asked, string answer, CancellationToken cancellationToken) =>
        commits.CommitAsync(Question.Over(asked, swept.Stored, ApprovalStatus.Overtaken, answer, swept.Moment), swept.Round, cancellationToken);

    // What the old card said it would do by itself, the new one does too: a question never makes silence less safe.
    private Task SupersedeAsync(SweptPosition swept, Stored<ApprovalCard> asked, ExitDecision decision, CancellationToken cancellationToken)
    {
        var own = Patience(swept, decision);
        if (own <= swept.Moment.Now)
        {
            return StartAsync(swept, decision, asked, unanswered: false, cancellationToken);
        }

        var (actsAt, actsFor) = own is { } soon && !(asked.Value.ActsAt <= soon)
            ? (own, decision.Reason)
            : (asked.Value.ActsAt, asked.Value.ActsFor);
        var answer = $"superseded by {Titles.Reason(decision.Reason!.Value)}";
        var batch = Question.End(new LedgerBatch(), asked, ApprovalStatus.Overtaken, answer)
            .Post(Question.CardEntry(
                asked.Value, QuestionCards.Over(QuestionCards.Title(asked.Value, swept.Position), Titles.Capital(answer), swept.Moment.Now), swept.Moment, isFinal: true));
        return commits.CommitAsync(
            Question.ByRule(
                batch, swept.Stored, swept.Appraisal, decision,
                new Unanswered(actsAt, actsFor, swept.NextSessionOf(decision.Reason!.Value)), tokens.Next(), swept.Moment),
            swept.Round, cancellationToken);
    }

    /// <summary>When the rule acts unless answered; null if it only asks.</summary>
    private static DateTimeOffset? Patience(SweptPosition swept, ExitDecision decision)
    {
        var rule = decision.Reason!.Value;
        if (swept.ApprovalOf(rule) != Approval.AskThenAct)
        {
            return null;
        }

        var patient = swept.Moment.Now + swept.Plan.PlanOf(rule)!.Patience;
        var last = swept.Appraisal.Snapshot.Timing.LastExitAt - Question.BeforeDeadline;
        return patient < last ? patient : last;
    }
}
