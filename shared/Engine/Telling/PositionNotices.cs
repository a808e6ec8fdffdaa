using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner reads about positions when nothing is being closed by the desk.</summary>
public static class PositionNotices
{
    /// <summary>One notice for all positions that a sync found.</summary>
    public static Card Found(IReadOnlyList<Position> positions, DateTimeOffset now) => Card.Plain(ClosingCards.Lines(
        [
            $"⚪ <b>{positions.Count} position{(positions.Count == 1 ? "" : "s")} found</b> · {NewYork.Clock(now)}",
            .. positions.Take(20).Select(position =>
                $"{Html.Escape(Titles.Of(position))}{Titles.KindNote(position)} at {Figures.Price(position.EntryPrice)}: {Titles.Management(position.Management)}"),
            positions.Count > 20 ? $"… and {positions.Count - 20} more: /status" : null,
        ]), isSilent: true);

    /// <summary>Says that orders work under our name that this ledger never sent.</summary>
    /// <param name="orders">One a line; not escaped.</param>
    public static Card UnknownOrders(string orders) => Card.Plain(ClosingCards.Lines(
        "⚠️ <b>Unknown order</b>",
        $"An order works under the desk's name that this ledger never sent:\n{Html.Escape(orders)}",
        "If you do nothing: the desk stays in Monitor, and rules that fire only alert. Cancel the order at your broker, or stop the other desk; then /mode active."));

    /// <summary>What the desk does where others closed something and it cannot be read what they were filled at.</summary>
    /// <param name="what">That cannot be read.</param>
    public static string Unread(string what) =>
        $"for {Figures.Span(Workflows.Sync.ForeignFills.UnreadPatience)} this could not be read: {what}. "
        + "So nobody can tell what it was closed at, and its result is left open. If you do nothing: nothing is traded, "
        + $"and the result is completed once it can be read, within {Workflows.Sync.Endings.Patience.Days} days. Please look at your account.";

    /// <summary>Says what others closed and opened again of a position.</summary>
    /// <param name="position">As large as before, or over since.</param>
    /// <param name="text">Not escaped.</param>
    /// <param name="now">The broker's clock.</param>
    public static Card BoughtBack(Position position, string text, DateTimeOffset now) => Card.Plain(ClosingCards.Lines(
        $"⚪ <b>Traded elsewhere</b> · {Html.Escape(Titles.Of(position))}",
        $"By orders that are not ours: {Html.Escape(text)}.",
        position.Status.IsLive() ? "If you do nothing: it is watched as before." : null,
        NewYork.Clock(now)), isSilent: true);

    public static Card Ended(Position position, string note, bool isAlarming) => Card.Plain(ClosingCards.Lines(
        $"{(isAlarming ? "⚠️" : "⚪")} <b>{Words(position.Status)}</b> · {Html.Escape(Titles.Of(position))}",
        Html.Escape(note),
        Result(position),
        $"{NewYork.Clock(position.EndedAt!.Value)}"));

    /// <summary>Says what a rule would do where it may not.</summary>
    /// <param name="position">Of whatever structure.</param>
    /// <param name="decision">What fires.</param>
    /// <param name="quote">Of the whole structure; null if there is none.</param>
    /// <param name="because">Why it may not act.</param>
    /// <param name="now">The broker's clock.</param>
    public static Card WouldClose(Position position, in ExitDecision decision, Domain.Quotes.Quote? quote, string because, DateTimeOffset now) =>
        Card.Plain(ClosingCards.Lines(
            $"{Titles.Icon(decision.Reason!.Value)} <b>Would close</b> · {Html.Escape(Titles.Of(position))}{Titles.KindNote(position)}",
            $"Why: {RuleText.Fired(decision.Reason.Value, decision.Value, decision.Threshold)}",
            $"{PositionResult.Of(position, quote?.Bid, quote?.Ask)} · quote {Figures.Price(quote?.Bid)} / {Figures.Price(quote?.Ask)} at {NewYork.Clock(now)}",
            $"Not closed: {because}.",
            $"If you do nothing: it stays open. Close it with /close {Html.Escape(position.Handle)}"
                + (position.Management == Management.Watched ? $", or let its rules act with /manage {Html.Escape(position.Handle)}" : "")));

    public static Card Undecided(Position position, string why, bool isWide, TimeSpan since, DateTimeOffset now) => Card.Plain(ClosingCards.Lines(
        (isWide ? "⚠️ <b>Wide market</b>" : "⚠️ <b>Cannot judge</b>") + $" · {Html.Escape(Titles.Of(position))}",
        $"{Html.Escape(why)}, for {Figures.Span(since)} now ({NewYork.Clock(now)}).",
        isWide ? "Its stop is judged on the mid meanwhile." : null,
        $"If you do nothing: its {(isWide ? "profit target waits" : "rules stay blind")} until that changes. Close it with /close {Html.Escape(position.Handle)}"));

    /// <summary>An ended position in a line: <c>GOOG 16 Jan 750 C ×2: closed 14:02 ET, +$114.00</c>.</summary>
    public static string Over(Position position, DateTimeOffset now)
    {
        var result = position switch
        {
            { IsResultKnown: true, RealizedPnl: { } pnl } => Figures.Signed(pnl),
            { RealizedPnl: { } pnl } => $"{Figures.Signed(pnl)} and an unknown rest",
            _ => "result unknown",
        };
        return $"{Html.Escape(Titles.Of(position))}: {Words(position.Status).ToLowerInvariant()}"
            + $"{(position.EndedAt is { } at ? " " + NewYork.ShortClock(at, now) : "")}, {result}";
    }

    internal static string Result(Position position) => position switch
    {
        { IsResultKnown: true, RealizedPnl: { } pnl } => $"Realized {Figures.Signed(pnl)}",
        { RealizedPnl: { } pnl } =>
            $"Realized {Figures.Signed(pnl)} on what was closed; the result of the other {Figures.Quantity(position.UnexplainedQuantity)} is unknown",
        { Status: PositionStatus.Expired } => "Its result is unknown: expired worthless, exercised or assigned is not told apart yet",
        _ => "Realized profit or loss unknown",
    };

    internal static string Words(PositionStatus status) => status switch
    {
        PositionStatus.Open => "Open",
        PositionStatus.AwaitingApproval => "Awaiting your answer",
        PositionStatus.Closing => "Closing",
        PositionStatus.Closed => "Closed",
        PositionStatus.Expired => "Expired",
        PositionStatus.Exercised => "Exercised",
        PositionStatus.Assigned => "Assigned",
        PositionStatus.ClosedElsewhere => "Closed elsewhere",
        PositionStatus.Liquidated => "Liquidated by the broker",
        PositionStatus.Regrouped => "Now part of another position",
    };
}
