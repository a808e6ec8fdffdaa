using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Notes an owner's answer in the very commit that does it, to be compared later with what the rules alone would have done.</summary>
/// <remarks>Pure: nothing is read for it, and nothing in it can fail an answer. The switches of the desk are no answers.</remarks>
public static class OverrideNotes
{
    /// <summary>The owner closes a position.</summary>
    /// <param name="batch">Begins the closing.</param>
    /// <param name="position">As it was before.</param>
    /// <param name="asked">The card about it; null if there is none. One of a rule, still open, makes it an approval.</param>
    /// <param name="by">The user's name.</param>
    /// <param name="moment">Now.</param>
    public static LedgerBatch NoteClose(this LedgerBatch batch, Position position, ApprovalCard? asked, string by, MarketMoment moment) => Note(
        batch,
        asked is { Status: ApprovalStatus.Open, Decision: { } finding }
            ? OwnerOverride.Approved(position, finding.Reason, asked.Bid, asked.Ask, moment.Now, by)
            : OwnerOverride.Closed(position, moment.Now, by));

    /// <summary>The owner leaves open what a rule asked about. One that is silent already was answered before.</summary>
    /// <param name="batch">Silences the rule.</param>
    /// <param name="kind">A rejection, a snooze, or a keep.</param>
    /// <param name="position">As it was before.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="mark">What was seen of it last; null if unknown, or if that says nothing of this rule.</param>
    /// <param name="by">The user's name.</param>
    /// <param name="moment">Now.</param>
    public static LedgerBatch NoteKept(
        this LedgerBatch batch, OverrideKind kind, Position position, ExitReason rule, PositionMark? mark, string by, MarketMoment moment) =>
        position.IsSilenced(rule, moment.Now) ? batch : Note(batch, OwnerOverride.Kept(kind, position, rule, mark, moment.Now, by));

    // Stock has no rules, and what is ignored or not managed is left alone by them: there is nothing to compare with.
    private static LedgerBatch Note(LedgerBatch batch, OwnerOverride answer) =>
        answer.Held is { IsOption: true, Management: Management.Managed or Management.Watched }
            ? batch.Put(LedgerKeys.Override(answer.Id), answer)
            : batch;
}
