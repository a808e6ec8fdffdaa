using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner reads while a position is being closed, and the receipt at its end.</summary>
public static class ClosingCards
{
    public static Card Started(PositionClosing closing, MarketMoment moment)
    {
        var trigger = closing.Trigger;
        return Card.Plain(Lines(
            Head(closing, moment.IsOpen ? "closing at the market" : "closes at the next open"),
            Why(trigger),
            $"Quote {Figures.Price(trigger.Bid)} / {Figures.Price(trigger.Ask)} at {NewYork.Clock(trigger.At)}",
            moment.IsOpen
                ? "If you do nothing: it is closed, and the receipt replaces this."
                : $"If you do nothing: it is closed at the market at {NewYork.ShortClock(moment.NextOpen + CloseLimits.AfterOpen, moment.Now)}, and the receipt replaces this."));
    }

    /// <summary>Says that a closing takes longer than it should, and what happens next.</summary>
    public static Card Slow(PositionClosing closing, string why, DateTimeOffset now, DateTimeOffset nextAt) => Card.Plain(Lines(
        $"⚠️ <b>Still closing</b> · {Html.Escape(Titles.Of(closing))}",
        Html.Escape(Sentence(why)),
        $"Filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} · attempts {closing.Attempts.Count}",
        $"If you do nothing: the next step is at {NewYork.Clock(nextAt)} (now {NewYork.Clock(now)})."));

    /// <summary>Says that an order of the owner is cancelled because it holds the quantity.</summary>
    public static Card FreesQuantity(PositionClosing closing, string orderId) => Card.Plain(Lines(
        $"⚠️ <b>Your resting order is cancelled</b> · {Html.Escape(Titles.Of(closing))}",
        $"Order <code>{Html.Escape(orderId)}</code> held the contracts that the {Titles.Reason(closing.Trigger.Reason)} must close.",
        "If you do nothing: the close goes on as soon as the broker confirms the cancel."));

    /// <summary>The receipt: what was paid for what was shown.</summary>
    public static Card Receipt(PositionClosing closing, decimal exitPrice, decimal filled, string note)
    {
        var trigger = closing.Trigger;
        var sign = closing.Side == Domain.Positions.PositionSide.Long ? 1 : -1;
        decimal? shortfall = trigger.Price is { } seen ? sign * (exitPrice - seen) * filled * closing.Multiplier : null;
        return Card.Plain(Lines(
            Head(closing, filled < closing.Quantity ? $"closed {Figures.Quantity(filled)} of {Figures.Quantity(closing.Quantity)}" : "closed"),
            $"<b>{Figures.Signed(closing.RealizedPnl ?? 0)}</b> · {(closing.ClosingSide == OrderSide.Sell ? "sold" : "bought back")} at {Figures.Price(exitPrice)}, entry {Figures.Price(closing.EntryPrice)}",
            Why(trigger),
            shortfall is { } money
                ? $"Against the trigger's {Figures.Price(trigger.Price)}: {Figures.Signed(money)} · {Figures.Span(closing.EndedAt!.Value - trigger.At)} from trigger to end"
                : $"{Figures.Span(closing.EndedAt!.Value - trigger.At)} from trigger to end",
            note == "filled" ? null : Html.Escape(Sentence(note)),
            $"{NewYork.Clock(closing.EndedAt.Value)} · <code>{Html.Escape(closing.Id)}</code>"));
    }

    /// <summary>Says that a closing ended without an order of ours.</summary>
    public static Card EndedWithoutFill(PositionClosing closing, string note) => Card.Plain(Lines(
        Head(closing, closing.End == CloseEnd.Withdrawn ? "not closed" : "gone before our order"),
        Html.Escape(Sentence(note)),
        Why(closing.Trigger),
        $"{NewYork.Clock(closing.EndedAt!.Value)} · <code>{Html.Escape(closing.Id)}</code>"));

    public static string Why(CloseTrigger trigger) => trigger.Reason == ExitReason.OwnerRequest
        ? $"Why: asked for by {Html.Escape(trigger.RequestedBy)}"
        : $"Why: {RuleText.Fired(trigger.Reason, trigger.Value, trigger.Threshold)}"
            + (trigger.Price is { } price && price != trigger.Bid && price != trigger.Ask ? $", on the mid {Figures.Price(price)} of a wide market" : "")
            + (trigger.Authority == CloseAuthority.Owner ? $", approved by {Html.Escape(trigger.RequestedBy)}" : "");

    public static string Lines(params string?[] lines) => string.Join('\n', lines.OfType<string>());

    private static string Head(PositionClosing closing, string what) =>
        $"{Titles.Icon(closing.Trigger.Reason)} <b>{Titles.Capital(Titles.Reason(closing.Trigger.Reason))}</b> · {Html.Escape(Titles.Of(closing))} · {what}";

    private static string Sentence(string text) => Titles.Capital(text) + ".";
}
