using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner reads of entries: the question, what works, the result, and why something was not opened.</summary>
public static class EntryCards
{
    private const int Most = 12;

    // Characters of problems beside what else a refusal says; Telegram counts them without their escapes.
    private const int LongestProblems = 3_600;

    /// <summary>A card on its way. One entry is one card: what was asked, or said first, is edited on.</summary>
    public static OutboxEntry Entry(PositionEntry entry, Card card, string eventId, MarketMoment moment, bool isFinal = false) =>
        new(eventId, moment.Now) { Notice = new Notice(card, entry.ApprovalToken ?? $"entry:{entry.Id}", isFinal) };

    /// <summary>Asks. A tap sends a limit order that is no worse than the card says.</summary>
    public static Card Asks(PositionEntry entry, EntryOffer offer, ApprovalCard approval) => new(
        ClosingCards.Lines(
            $"🔵 {EntryText.Title(entry)}",
            $"Limit {Price(entry, offer.LimitPrice)}{(offer.Mid is { } mid ? $" (mid {Figures.Cents(Math.Abs(mid))})" : "")} · quote {NewYork.Clock(approval.AskedAt)}",
            offer.Risk is { } risk ? $"Most it can lose: {Figures.Signed(-risk)}" : "Most it can lose: without bound",
            offer.Collateral > 0 ? $"Takes buying power: {Figures.Dollars(offer.Collateral)}" : null,
            entry.Recommendation.Strategy is { } strategy ? $"Strategy: {Html.Escape(strategy)}" : null,
            entry.Recommendation.ExitPlan is null ? null : "It brings an exit plan of its own",
            entry.Recommendation.Notes is { } notes ? $"<i>{Html.Escape(notes)}</i>" : null,
            $"If you do nothing: nothing is opened; this question lapses at {NewYork.ShortClock(approval.LapsesAt, approval.AskedAt)}"),
        [[new CardButton("Approve", $"approve:{approval.Token}"), new CardButton("Reject", $"reject:{approval.Token}")]]);

    /// <summary>Its order works, or a part of it filled.</summary>
    public static Card Working(PositionEntry entry, MarketMoment moment) => Card.Plain(ClosingCards.Lines(
        $"🔵 {EntryText.Title(entry)} · working",
        $"Limit {Price(entry, entry.Attempt!.Ticket.LimitPrice!.Value)} · filled {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity} · {NewYork.Clock(moment.Now)}",
        $"If you do nothing: it works until {NewYork.ShortClock(entry.Recommendation.ExpiresAt, moment.Now)} or the last entry time of the session, whichever comes first; then what is left is cancelled"));

    /// <summary>How it ended.</summary>
    public static Card Ended(PositionEntry entry) => Card.Plain(ClosingCards.Lines(
        $"{Icon(entry.End!.Value)} {EntryText.Title(entry)} · {Html.Escape(Lower(EntryText.End(entry)))}",
        entry.FilledQuantity > 0
            ? $"Filled {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity} at {Price(entry, entry.Order!.FilledAveragePrice)}"
            : null,
        Reasons(entry),
        entry.PositionId is { } position ? $"If you do nothing: its exit rules guard it · <code>{Html.Escape(position)}</code>"
            : entry.FilledQuantity > 0 ? "The broker does not list the position: please look at your account.\nIf you do nothing: the sync records it once it is listed."
            : "If you do nothing: nothing is opened.",
        $"{NewYork.Clock(entry.EndedAt!.Value)} · <code>{Html.Escape(entry.Id)}</code>"));

    /// <summary>Says that an entry takes longer than it should.</summary>
    public static Card Slow(PositionEntry entry, string why, DateTimeOffset now, DateTimeOffset nextAt) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Still opening</b> · {Html.Escape(EntryText.Of(entry.Recommendation))}",
        $"{Html.Escape(Titles.Capital(why))}.",
        $"Filled {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity}",
        $"If you do nothing: the next step is at {NewYork.Clock(nextAt)} (now {NewYork.Clock(now)})."));

    /// <summary>Says loudly that nobody can tell what became of an order.</summary>
    public static Card Alarm(PositionEntry entry) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Entry given up</b> · {Html.Escape(EntryText.Of(entry.Recommendation))}",
        $"{Html.Escape(Titles.Capital(entry.Note!))}.",
        "Please look at your broker's orders.",
        "If you do nothing: what it opened, if it did, is found by the sync within a minute and guarded."));

    /// <summary>A recommendation from the queue that cannot be taken: as many of its problems as a message carries.</summary>
    public static Card Unreadable(IReadOnlyList<PlanProblem> problems)
    {
        var left = LongestProblems;
        var told = problems.Take(Most).TakeWhile(problem => (left -= problem.Path.Length + problem.Text.Length) >= 0).ToList();
        return Card.Plain(ClosingCards.Lines(
            "⚪ <b>A recommendation was refused</b>",
            string.Join('\n', told.Select(problem => $"• {Html.Escape(problem.Path)}: {Html.Escape(problem.Text)}")),
            problems.Count > told.Count ? $"… and {problems.Count - told.Count} more" : null,
            "If you do nothing: nothing is opened."));
    }

    private static string? Reasons(PositionEntry entry) => entry is { End: EntryEnd.Refused, Verdict: { IsAllowed: false } verdict }
        ? string.Join('\n', verdict.Refusals.Concat(verdict.Doubts).Take(Most).Select(Words))
        : null;

    private static string Words(GateFinding finding) =>
        $"• {Html.Escape(finding.Reason)}{(finding.Evidence.Length > 0 ? $" ({Html.Escape(finding.Evidence)})" : "")}";

    // Of several legs the net is signed: a credit is what comes in.
    private static string Price(PositionEntry entry, decimal? price) => price is not { } known ? "–"
        : !entry.Recommendation.IsMultiLeg ? Figures.Price(known)
        : $"{Figures.Price(Math.Abs(known))} {(known < 0 ? "credit" : "debit")}";

    private static string Icon(EntryEnd end) => end switch
    {
        EntryEnd.Filled or EntryEnd.PartlyFilled => "🟢",
        EntryEnd.Lapsed or EntryEnd.Refused or EntryEnd.Declined => "⚪",
        EntryEnd.GivenUp => "🔴",
    };

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
