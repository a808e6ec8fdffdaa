using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner reads about a position on its last day.</summary>
public static class ExpiryCards
{
    private const int RollShown = 20;

    /// <summary>The card with its buttons, as loud as the view says.</summary>
    public static Card Of(ExpiryView view, ApprovalCard approval) => new(
        ClosingCards.Lines(
            $"{Head(view.Alarm)} · {Html.Escape(Titles.Of(view.Position))}{Titles.KindNote(view.Position)}",
            Html.Escape(ExpiryText.Standing(view.Assessment)) + (view.Underlying is { } price ? $" · underlying {Figures.Cents(price)}" : ""),
            $"Risk {ExpiryText.Risk(view.Assessment)}",
            Times(view),
            $"Quote {Figures.Price(view.Quote?.Bid)} / {Figures.Price(view.Quote?.Ask)} at {NewYork.Clock(view.Now)}"
            + (approval.WorstPrice is { } worst ? $" · worst price {Figures.Price(worst)} (beyond it a tap asks again)" : ""),
            $"Broker: {ExpiryText.Broker(view.Outlook, view.Holding, view.Now)}",
            $"If you do nothing: {Html.Escape(Silence(view))}"),
        Buttons(view, approval.Token));

    /// <summary>Asks for the second tap of "do not exercise".</summary>
    public static string Refrain(Position position, IReadOnlyList<string> symbols) => ClosingCards.Lines(
        $"⏰ <b>Do not exercise?</b> · {Html.Escape(Titles.Of(position))}",
        $"The broker is told not to exercise {Html.Escape(string.Join(", ", symbols.Select(Titles.Name)))}, in the money or not: it expires, and what it is worth then is lost.",
        position.Structure.ClosingLegs.Any(leg => !leg.IsLong) ? "The short leg can still be assigned: you would carry its shares alone." : null);

    /// <summary>What became of the instruction, where it has to be given again.</summary>
    public static Card Unclear(ApprovalCard approval, Position position, string what) => QuestionCards.SecondTap(
        approval,
        $"⏰ {QuestionCards.Title(approval, position)}\n{Html.Escape(what)}");

    /// <summary>Orders that rest in a position at T-2, and what becomes of them.</summary>
    public static Card Resting(Position position, string orders, string what, DateTimeOffset now) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Resting stop orders</b> · {Html.Escape(Titles.Of(position))}",
        $"{Html.Escape(orders)} · {NewYork.Clock(now)}",
        Html.Escape(what)));

    /// <summary>Many alarms in one message; their cards carry the buttons.</summary>
    /// <param name="views">Of one instant; at least one.</param>
    public static Card Roll(IReadOnlyList<ExpiryView> views) => Card.Plain(ClosingCards.Lines(
        [
            $"⚠️ <b>{views.Count} positions expire today and are not closed</b> · {NewYork.Clock(views[0].Now)}",
            .. views.Take(RollShown).Select(view =>
                $"• {Html.Escape(Titles.Of(view.Position))}: {Html.Escape(ExpiryText.Standing(view.Assessment))}, deadline {NewYork.ShortClock(view.Deadline.At, view.Now)}"),
            views.Count > RollShown ? $"… and {views.Count - RollShown} more: /status" : null,
            "Each has a card above with its buttons.",
            $"If you do nothing: {Html.Escape(RollSilence(views))} What is in the money at the close the broker exercises, assigns, or sells before.",
        ]));

    private static string RollSilence(IReadOnlyList<ExpiryView> views)
    {
        var blocks = views.Select(view => view.Blocked).OfType<string>().Distinct().ToList();
        return blocks.Count == 0 ? "closing them is tried once a minute."
            : $"nothing is sent{(views.Any(view => view.Blocked is null) ? " for some of them" : "")}, because {string.Join(", or ", blocks)}.";
    }

    private static string Head(ExpiryAlarm alarm) => alarm switch
    {
        ExpiryAlarm.None or ExpiryAlarm.Card => "⏰ <b>Expires today</b>",
        ExpiryAlarm.InTheMoney or ExpiryAlarm.WouldClose or ExpiryAlarm.WouldCloseNow => "⚠️ <b>Expires in the money, not closed</b>",
        ExpiryAlarm.PastDeadline or ExpiryAlarm.PastCutOff or ExpiryAlarm.Liquidating => "⚠️ <b>Past the deadline</b>",
    };

    private static string Times(ExpiryView view)
    {
        var until = view.Assessment.UntilDeadline;
        var cutOff = $"broker's cut-off {NewYork.ShortClock(view.Deadline.CutOffAt, view.Now)}";
        return until > TimeSpan.Zero
            ? $"Deadline {NewYork.ShortClock(view.Deadline.At, view.Now)}, in {Figures.Span(until)} · {cutOff}"
            : $"The deadline {NewYork.ShortClock(view.Deadline.At, view.Now)} passed {Figures.Span(-until)} ago · {cutOff}";
    }

    private static string HeldBy(ExpiryView view) =>
        view.Position.Silences.LastOrDefault(silence => silence.Rule == Domain.Exits.ExitReason.ExerciseRisk && silence.Until > view.Now) is { By: { } who, Since: { } at }
            ? $"{who} holds it since {NewYork.Clock(at)}"
            : "you hold it";

    private static string Silence(ExpiryView view)
    {
        var near = $"at {NewYork.ShortClock(view.NowAt, view.Now)} (T-2) if it is in the money, or less than {ExpiryText.Distance(view.Assessment.NearThreshold)} out of it";
        if (view.Blocked is { } blocked)
        {
            return $"nothing is sent, because {blocked}.";
        }

        if (view.HeldUntil is { } until && view.Now < until)
        {
            return $"{HeldBy(view)}, so T-5 is skipped; it is closed {near}.";
        }

        return view.Assessment.Action switch
        {
            ExpiryAction.Nothing or ExpiryAction.Card when view.Now < view.FastAt =>
                $"it is closed at {NewYork.ShortClock(view.FastAt, view.Now)} (T-5) if it is in the money, {near}; else it is left to expire.",
            ExpiryAction.Nothing or ExpiryAction.Card or ExpiryAction.NameEachCycle when view.Now < view.NowAt =>
                $"it is closed at once if it gets into the money, {near}; else it is left to expire.",
            ExpiryAction.Nothing or ExpiryAction.Card or ExpiryAction.NameEachCycle => "it is left to expire; if it comes nearer to the money, it is closed at once.",
            ExpiryAction.CloseFast or ExpiryAction.CloseImmediately => "it is closed now.",
            ExpiryAction.TryPastDeadline when view.Now < view.Deadline.CutOffAt => "closing it is tried once a minute, with an alert each time.",
            ExpiryAction.TryPastDeadline => "closing it is still tried once a minute; the broker may refuse every order now.",
        };
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> Buttons(ExpiryView view, string token)
    {
        var acts = new List<CardButton>();
        if (!view.IsClosing)
        {
            acts.Add(new CardButton("Close now", $"close:{token}"));
        }

        if (view is { Alarm: ExpiryAlarm.None or ExpiryAlarm.Card, Blocked: null, HeldUntil: null, IsClosing: false } && view.Now < view.NowAt)
        {
            acts.Add(new CardButton("Hold to T-2", $"hold:{token}"));
        }

        var asks = new List<CardButton>();
        if (view.CanRefrain)
        {
            asks.Add(new CardButton("Do not exercise", $"refrain:{token}"));
        }

        asks.Add(new CardButton("Why?", $"why:{token}"));
        return acts.Count == 0 ? [asks] : [acts, asks];
    }
}
