using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>Cards that ask, and what becomes of them.</summary>
public static class QuestionCards
{
    public static Card ByRule(Position position, ApprovalCard approval, string? lead = null)
    {
        var finding = approval.Decision!;
        return new Card(
            ClosingCards.Lines(
                lead,
                $"{Titles.Icon(finding.Reason)} <b>{Titles.Capital(Titles.Reason(finding.Reason))}</b> · {Html.Escape(Titles.Of(position))}{Titles.KindNote(position)}",
                $"{PositionResult.Of(position, approval.Bid, approval.Ask)} · bid {Figures.Price(approval.Bid)} / ask {Figures.Price(approval.Ask)}",
                $"Why: {RuleText.Fired(finding.Reason, finding.Value, finding.Threshold)}",
                approval.WorstPrice is { } worst
                    ? $"Worst price {Figures.Price(worst)} (beyond it a tap asks again) · quote {NewYork.Clock(approval.AskedAt)}"
                    : $"A tap closes at the market, whatever the price is then · quote {NewYork.Clock(approval.AskedAt)}",
                Silence(position, approval)),
            [
                [new CardButton("Close now", $"close:{approval.Token}"), new CardButton("Hold 30 min", $"hold:{approval.Token}")],
                [new CardButton("Keep this session", $"reject:{approval.Token}"), new CardButton("Why?", $"why:{approval.Token}")],
            ]);
    }

    /// <summary>A question that wants a second tap.</summary>
    public static Card SecondTap(ApprovalCard approval, string text) => new(
        ClosingCards.Lines(
            text,
            approval.WorstPrice is { } worst ? $"Worst price {Figures.Price(worst)} · quote {NewYork.Clock(approval.AskedAt)}" : null,
            $"If you do nothing: nothing happens; this question lapses at {NewYork.ShortClock(approval.LapsesAt, approval.AskedAt)}"),
        [[new CardButton(ConfirmLabel(approval.Kind), $"{Verb(approval.Kind)}:{approval.Token}"), new CardButton("Cancel", $"cancel:{approval.Token}")]]);

    /// <summary>Asks what to do with what is left of a structure.</summary>
    public static Card Orphan(Position rest, ApprovalCard approval, string what) => new(
        ClosingCards.Lines(
            $"⚠️ <b>Orphan</b> · {Html.Escape(Titles.Of(rest))}{Titles.KindNote(rest)}",
            Html.Escape(what),
            "Close the rest, keep it as it is, or let it pair again with what else you hold.",
            $"If you do nothing: it stays as it is, guarded by the rules for a {Titles.Kind(rest)}; this question lapses at {NewYork.ShortClock(approval.LapsesAt, approval.AskedAt)}"),
        [
            [new CardButton("Close the rest", $"close:{approval.Token}")],
            [new CardButton("Keep as is", $"keep:{approval.Token}"), new CardButton("Pair again", $"pair:{approval.Token}")],
        ]);

    /// <summary>A question that is over.</summary>
    public static Card Over(string title, string answer, DateTimeOffset at) => Card.Plain(ClosingCards.Lines(
        $"⚪ {title}",
        $"{Html.Escape(answer)} · {NewYork.Clock(at)}"));

    /// <summary>That it ran out, and after what: a tap that came too late for its price was an answer, and is not passed over.</summary>
    public static string Unanswered(ApprovalCard approval) => approval.AskedAgain is { } tap
        ? $"{tap.By} tapped at {NewYork.Clock(tap.At)}. {tap.Why} The card was quoted anew and asked again, and nobody tapped it in time"
        : "Nobody answered in time";

    /// <summary>What a question was about, in a few words.</summary>
    public static string Title(ApprovalCard approval, Position? position) => approval.Kind switch
    {
        ApprovalKind.CloseByRule => $"<b>{Titles.Capital(Titles.Reason(approval.Decision!.Reason))}</b> · {Html.Escape(Name(position))}",
        ApprovalKind.CloseByOwner => $"<b>Close</b> · {Html.Escape(Name(position))}",
        ApprovalKind.Orphan => $"<b>Orphan</b> · {Html.Escape(Name(position))}",
        ApprovalKind.Expiry => $"<b>Expires today</b> · {Html.Escape(Name(position))}",
        ApprovalKind.DoNotExercise => $"<b>Do not exercise</b> · {Html.Escape(Name(position))}",
        ApprovalKind.Adoption => "<b>Positions the desk did not open</b>",
        ApprovalKind.CloseAll => "<b>Close all</b>",
        ApprovalKind.Emergency => "<b>Emergency</b>",
        ApprovalKind.AccountEmergency => "<b>Emergency by an account rule</b>",
        ApprovalKind.Activate => "<b>Switch to Active</b>",
        ApprovalKind.Halt => "<b>Halt</b>",
        ApprovalKind.Resume => "<b>Resume</b>",
        ApprovalKind.Entry => $"<b>Entry</b> · {Html.Escape(approval.EntryId ?? "")}",
    };

    /// <summary>What the confirming button of a question sends, before its token.</summary>
    public static string Verb(ApprovalKind kind) => kind switch
    {
        ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner or ApprovalKind.Orphan or ApprovalKind.Expiry => "close",
        ApprovalKind.DoNotExercise => "refrain",
        ApprovalKind.Adoption => "manage",
        ApprovalKind.CloseAll => "closeall",
        ApprovalKind.Emergency or ApprovalKind.AccountEmergency => "emergency",
        ApprovalKind.Activate => "activate",
        ApprovalKind.Halt => "halt",
        ApprovalKind.Resume => "resume",
        ApprovalKind.Entry => "approve",
    };

    private static string ConfirmLabel(ApprovalKind kind) => kind switch
    {
        ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner or ApprovalKind.Orphan or ApprovalKind.Expiry => "Close now",
        ApprovalKind.DoNotExercise => "Do not exercise",
        ApprovalKind.Adoption => "Manage these",
        ApprovalKind.CloseAll => "Close all",
        ApprovalKind.Emergency or ApprovalKind.AccountEmergency => "Close everything",
        ApprovalKind.Activate => "Switch to Active",
        ApprovalKind.Halt => "Halt trading",
        ApprovalKind.Resume => "Resume trading",
        ApprovalKind.Entry => "Approve",
    };

    /// <summary>What the rule of a question that is over does later, for instance <c>; then stop loss acts by itself</c>; empty where it asks again.</summary>
    public static string Afterwards(ApprovalCard approval, string when) => approval is { Decision: { } finding } && OnceAsked(approval.NextSession) is { } does
        ? $"; {when} {Titles.Reason(finding.Reason)} {does}"
        : "";

    /// <summary>What a rule that asks once does afterwards, by its plan; null if it asks again.</summary>
    public static string? OnceAsked(Approval approval) => approval switch
    {
        Approval.Act => "acts by itself",
        Approval.AskThenAct => "asks, and then acts by itself",
        Approval.Ask => null,
    };

    /// <summary>The loss beyond which a stop that asks once waits no longer, for instance <c>; a loss beyond $228.00 (57.0 %) closes at once</c>.</summary>
    public static string ClosesAtOnce(Position position)
    {
        if (position.AskOnceLoss is not { } shown)
        {
            return $"; a loss beyond {RuleText.Number(StopLoss.DeepMultiple)} × the limit closes at once";
        }

        var loss = StopLoss.SpeaksBeyond(shown, StopLoss.Most(position.EntryValue, position.Structure.MaximumLoss));
        var share = position.Side == PositionSide.Long ? RuleText.Fraction(loss) : $"{RuleText.Multiple(loss)} the credit";
        return $"; a loss beyond {Figures.Dollars(loss * position.EntryPrice * position.Quantity * position.Multiplier)} ({share}) closes at once";
    }

    private static string Silence(Position position, ApprovalCard approval)
    {
        var lapses = NewYork.ShortClock(approval.LapsesAt, approval.AskedAt);
        if (approval is { ActsAt: { } at, ActsFor: { } rule })
        {
            return $"If you do nothing: acts by itself at {NewYork.ShortClock(at, approval.AskedAt)} unless you answer, if {Titles.Reason(rule)} still fires then";
        }

        var asked = approval.Decision!.Reason;
        if (Afterwards(approval, "from the next session on") is not { Length: > 0 } next)
        {
            return $"If you do nothing: it stays open; this question lapses at {lapses} and is asked again next session";
        }

        var deep = asked == ExitReason.StopLoss && approval.NextSession == Approval.Act ? ClosesAtOnce(position) : "";
        return "Asks once: it was past its limit when the desk became Active\n"
            + $"If you do nothing: it stays open until {lapses}{next}, and so it does once it stopped firing and fires anew{deep}";
    }

    private static string Name(Position? position) => position is null ? "position" : Titles.Of(position);
}
