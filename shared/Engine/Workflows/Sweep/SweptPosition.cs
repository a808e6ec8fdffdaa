using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>One position in one sweep: what it is, what its rules say, and what may follow.</summary>
/// <param name="Stored">As read; its status is live.</param>
/// <param name="Appraisal">What the rules say.</param>
/// <param name="Plan">The rules.</param>
/// <param name="Switches">Mode and trading state.</param>
/// <param name="Moment">Now; the session is open.</param>
/// <param name="Round">What commits of this sweep post.</param>
public sealed record SweptPosition(
    Stored<Position> Stored, Appraisal Appraisal, ExitPlan Plan, DeskSwitches Switches, MarketMoment Moment, DeliveryRound Round)
{
    public Position Position => Stored.Value;

    /// <summary>Why nothing automatic may be sent, for the owner; null if it may.</summary>
    public string? Forbidden =>
        Switches.State == TradingState.Halted ? "trading is halted"
        : Switches.Mode == TradingMode.Monitor ? "the desk is in Monitor mode"
        : Position.Management == Management.Watched ? "this position is watched only"
        : null;

    /// <summary>Why a stop cannot tell, for the owner; null if each that is on can.</summary>
    public string? BlindStop => Why(ExitReason.StopLoss) ?? Why(ExitReason.TrailingStop);

    // The last rung of the expiry ladder waits for nobody, nor does a stop that became deep after it was asked about, or far deeper.
    private RuleSet AskOnce
    {
        get
        {
            var asks = Appraisal.Snapshot.Ladder.Urgency == Urgency.Immediate ? Position.AskOnce.Without(ExitReason.ExerciseRisk) : Position.AskOnce;
            return asks.Contains(ExitReason.StopLoss) && SingleRule.IsStopDeep(Appraisal.Snapshot, Plan, Position.AskOnceLoss)
                ? asks.Without(ExitReason.StopLoss)
                : asks;
        }
    }

    /// <summary>What the rules demand now. One that asks once hides none that acts.</summary>
    /// <param name="except">Rules that are not asked.</param>
    public ExitDecision Demand(RuleSet except = default)
    {
        if (AskOnce.IsEmpty)
        {
            return except.IsEmpty ? Appraisal.Decision : Decide(except);
        }

        var fresh = Decide(AskOnce.With(except));
        var late = Decide(RuleSet.All.Without(AskOnce).With(Position.SilencedRules(Moment.Now)).With(except));
        return late.Kind == DecisionKind.Close && (fresh.Kind != DecisionKind.Close || (late.Urgency > fresh.Urgency && !Acts(fresh)))
            ? late
            : fresh;
    }

    /// <summary>True if a rule that fires closes without a question.</summary>
    public bool Acts(in ExitDecision decision) =>
        decision.Kind == DecisionKind.Close && (IsLastRung(decision) || ApprovalOf(decision.Reason!.Value) == Approval.Act);

    /// <summary>Whether a rule that fires acts or asks, here and now.</summary>
    /// <remarks>A stop that its owner silenced fires again only once it is deep: then it acts, even where it would have asked.</remarks>
    public Approval ApprovalOf(ExitReason rule) =>
        AskOnce.Contains(rule) ? Approval.Ask
        : Position.IsSilenced(rule, Moment.Now) ? Approval.Act
        : Plan.ApprovalOf(rule);

    /// <summary>What a rule that asks now does from the next session on, if nobody answers: as its plan says, where it asks only once.</summary>
    public Approval NextSessionOf(ExitReason rule) => AskOnce.Contains(rule) ? Plan.ApprovalOf(rule) : Approval.Ask;

    /// <summary>What begins a closing.</summary>
    /// <param name="decision">A rule that fires.</param>
    /// <param name="note">What the audit adds to the rule's name; empty for nothing.</param>
    public CloseTrigger Trigger(in ExitDecision decision, string note = "")
    {
        var quote = Appraisal.Mark.Quote;
        var (stop, closing) = (Appraisal.Snapshot.StopValue, Appraisal.Snapshot.ClosingValue);
        return new CloseTrigger(
            decision.Reason!.Value, decision.Urgency, CloseAuthority.Rule, Titles.Reason(decision.Reason.Value) + note, Moment.Now,
            quote?.Bid, quote?.Ask, (stop ?? closing) is { } value ? Math.Abs(value) : null, decision.Value, decision.Threshold)
        {
            Risk = Appraisal.Snapshot.Ladder.Risk,
        };
    }

    private string? Why(ExitReason rule) => SingleRule.Of(rule, Appraisal.Snapshot, Plan) is { Kind: DecisionKind.Undecided, Why: { } why } ? why : null;

    // Whoever is asked at the last rung may answer too late: no plan makes it a question.
    private static bool IsLastRung(in ExitDecision decision) =>
        decision is { Reason: ExitReason.ExerciseRisk, Urgency: Urgency.Immediate };

    private ExitDecision Decide(RuleSet unheard) => ExitPolicy.Decide(
        Appraisal.Snapshot, Plan, new DecisionContext(Switches.Mode == TradingMode.Emergency, Appraisal.Unheard.With(unheard)));
}
