using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>What happens next to a position, when, and what the owner's silence does.</summary>
internal static class NextText
{
    /// <summary>Two or three lines.</summary>
    /// <param name="look">The position.</param>
    /// <param name="switches">Mode and state.</param>
    /// <param name="closing">The one that works on it; null if none does.</param>
    /// <param name="card">The question that waits for an answer; null if none does.</param>
    public static IEnumerable<string> Lines(PositionLook look, DeskSwitches switches, PositionClosing? closing, ApprovalCard? card)
    {
        if (closing is not null)
        {
            yield return Closing(closing, look);
            yield return "If you do nothing: it goes on until it is done, and the receipt follows.";
            yield break;
        }

        if (look.Position.Status == PositionStatus.AwaitingApproval && card is not null)
        {
            yield return $"Next: it waits for your answer to {(card.Decision is { } finding ? Titles.Reason(finding.Reason) : "your own close")}, asked at "
                + $"{Clock(card.AskedAt, look)}; the question lapses at {Clock(card.LapsesAt, look)}.";
            yield return card.ActsAt is { } actsAt
                ? $"If you do nothing: {Titles.Reason(card.ActsFor ?? ExitReason.OwnerRequest)} closes it at {Clock(actsAt, look)}, if it still fires then."
                : $"If you do nothing: it stays open unless another rule closes it{QuestionCards.Afterwards(card, "from the next session on")}.";
            yield break;
        }

        yield return $"Next: {Judged(look)}{Coming(look)}";
        yield return Limit(look.Position, switches) is { } limit
            ? $"If you do nothing: {limit}: a rule that fires only alerts. Close it with /close {Html.Escape(look.Position.Handle)}"
            : $"If you do nothing: {Silence(look)}";
    }

    /// <summary>Why no rule may close it; null if rules may.</summary>
    public static string? Limit(Position position, DeskSwitches switches) =>
        switches.State == TradingState.Halted ? "trading is halted"
        : switches.Mode == TradingMode.Monitor ? "the desk is in Monitor mode"
        : position.Management == Management.Watched ? "this position is watched only"
        : null;

    private static string Closing(PositionClosing closing, PositionLook look)
    {
        var attempts = closing.AttemptsMade == 1 ? "1 attempt" : $"{closing.AttemptsMade} attempts";
        if (closing.Ending is { } ending)
        {
            return $"Next: the close of {Clock(closing.Trigger.At, look)} ({Titles.Reason(closing.Trigger.Reason)}) ends ({ending.Note}); "
                + (closing.Displaced.Count > 0 ? "your resting order that it cancelled is put back first" : "its last words are being written")
                + $"; next step at {NewYork.Clock(closing.NextAt)}.";
        }

        return $"Next: it is being closed since {Clock(closing.Trigger.At, look)} ({Titles.Reason(closing.Trigger.Reason)}), "
            + $"{Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} filled, {attempts}; next step at {NewYork.Clock(closing.NextAt)}.";
    }

    private static string Judged(PositionLook look) =>
        look.NotAnew == PositionLook.Closed && look.Upcoming is [var session, ..]
            ? $"judged again from the open, {Clock(session.OpenAt, look)}"
            : look.Unconfirmed ? "a stop fires and acts once several readings agree, within a few sweeps"
            : "judged again at the next sweep";

    private static string Coming(PositionLook look)
    {
        if (LadderText.Next(look) is { } rung)
        {
            return $"; it expires in this session: {rung}.";
        }

        var timed = look.Readings
            .Where(reading => reading is { Enabled: true, IsSilenced: false, FiresAtTime: not null, Decision.Kind: DecisionKind.Hold })
            .MinBy(reading => reading.FiresAtTime);
        return timed is null ? "." : $"; {Titles.Reason(timed.Rule)} fires {Clock(timed.FiresAtTime!.Value, look)}.";
    }

    private static string Silence(PositionLook look) => look.Decision switch
    {
        { Kind: DecisionKind.Close, Reason: { } reason } when Asks(reason, look) => $"{Titles.Reason(reason)} asks you at the next sweep.",
        { Kind: DecisionKind.Close, Reason: { } reason } => $"{Titles.Reason(reason)} closes it at the next sweep.",
        { Kind: DecisionKind.Undecided } => "what cannot be judged stays open, and five minutes of it are an alert.",
        _ => "it stays open until a rule fires; that one then acts, or asks first where it says so.",
    };

    private static bool Asks(ExitReason reason, PositionLook look) =>
        look.Position.AskOnce.Contains(reason) || look.Plan.Plan.ApprovalOf(reason) != Approval.Act;

    private static string Clock(DateTimeOffset at, PositionLook look) => NewYork.ShortClock(at, look.Now ?? at);
}
