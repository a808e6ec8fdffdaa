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
    private const int ShownSteps = 8;

    public static Card Started(PositionClosing closing, MarketMoment moment)
    {
        var trigger = closing.Trigger;
        return Card.Plain(Lines(
            Head(closing, moment.IsOpen ? CloseText.Plan(closing) : "closes at the next open"),
            Why(trigger),
            Quote(trigger),
            moment.IsOpen ? Otherwise(closing)
                : trigger.Authority == CloseAuthority.Owner
                    ? $"If you do nothing: it is closed at the prices of {NewYork.ShortClock(moment.NextOpen + CloseLimits.AfterOpen, moment.Now)}, and the receipt replaces this."
                    : "If you do nothing: its rule is asked again after the open."));
    }

    /// <summary>Where a walk is.</summary>
    public static Card Walking(PositionClosing closing, MarketMoment moment) => Card.Plain(Lines(
        Head(closing, "closing, walking the price from mid to " + (closing.ClosingSide == OrderSide.Sell ? "bid" : "ask")),
        Why(closing.Trigger),
        Quote(closing.Trigger),
        $"{Html.Escape(CloseText.Of(closing, closing.LastAttempt!))} at {NewYork.Clock(moment.Now)} · filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)}",
        Otherwise(closing)));

    /// <summary>Says that a running closing got more urgent.</summary>
    public static Card Raised(PositionClosing closing, MarketMoment moment) => Card.Plain(Lines(
        Head(closing, CloseText.Plan(closing)),
        $"{Why(closing.Trigger)} · before that {Titles.Reason(closing.Raised[^1].Reason)}",
        Quote(closing.Trigger),
        $"Filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} at {NewYork.Clock(moment.Now)}",
        Otherwise(closing)));

    /// <summary>Says loudly that a closing was given up.</summary>
    public static Card GivenUp(PositionClosing closing, string why) => Card.Plain(Lines(
        $"⚠️ <b>Not closed</b> · {Html.Escape(Titles.Of(closing))}",
        $"The {Titles.Reason(closing.Trigger.Reason)} was given up: {Html.Escape(why)}.",
        $"Attempts {closing.AttemptsMade} · filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)}",
        closing.Trigger.Reason == ExitReason.OwnerRequest
            ? "If you do nothing: it stays open, and its rules go on."
            : "If you do nothing: this rule rests until the session ends; more urgent ones still close it."));

    /// <summary>Says loudly that a closing ended, and that what others closed of it has no result yet.</summary>
    public static Card Incomplete(PositionClosing closing, string unread) => Card.Plain(Lines(
        $"⚠️ <b>Result incomplete</b> · {Html.Escape(Titles.Of(closing))}",
        $"Filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} by the desk; others closed the rest, and {Html.Escape(PositionNotices.Unread(unread))}"));

    /// <summary>Says that a closing takes longer than it should, and what happens next.</summary>
    public static Card Slow(PositionClosing closing, string why, DateTimeOffset now, DateTimeOffset nextAt) => Card.Plain(Lines(
        $"⚠️ <b>Still closing</b> · {Html.Escape(Titles.Of(closing))}",
        Html.Escape(Sentence(why)),
        $"Filled {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} · attempts {closing.AttemptsMade}",
        $"If you do nothing: the next step is at {NewYork.Clock(nextAt)} (now {NewYork.Clock(now)})."));

    /// <summary>Says that an order of the owner is cancelled because it holds the quantity.</summary>
    public static Card FreesQuantity(PositionClosing closing, string orderId) => Card.Plain(Lines(
        $"⚠️ <b>Your resting order is cancelled</b> · {Html.Escape(Titles.Of(closing))}",
        $"Order <code>{Html.Escape(orderId)}</code> held the contracts that the {Titles.Reason(closing.Trigger.Reason)} must close.",
        "If you do nothing: the close goes on as soon as the broker confirms the cancel; if it gives up, your order is put back."));

    /// <summary>Says that an order of the owner is cancelled because it stands on the other side of a close.</summary>
    public static Card ClearsOtherSide(PositionClosing closing, string orderId) => Card.Plain(Lines(
        $"⚠️ <b>Your order on the other side is cancelled</b> · {Html.Escape(Titles.Of(closing))}",
        $"Beside order <code>{Html.Escape(orderId)}</code> the broker refuses the {Titles.Reason(closing.Trigger.Reason)}, as a trade with yourself.",
        "If you do nothing: the close goes on as soon as the broker confirms the cancel. Your order stays cancelled: it would open again what is closed."));

    /// <summary>The receipt: what was paid for what was shown.</summary>
    public static Card Receipt(PositionClosing closing, IReadOnlyList<Fill> fills, string note)
    {
        var filled = closing.FilledQuantity;
        return Card.Plain(Lines(
            Head(closing, filled < closing.Quantity ? $"closed {Figures.Quantity(filled)} of {Figures.Quantity(closing.Quantity)}" : "closed"),
            $"<b>{Figures.Signed(closing.RealizedPnl ?? 0)}</b> · {Exit(closing, fills)}, entry {Figures.Price(closing.EntryPrice)}",
            Why(closing.Trigger),
            Shortfall(closing),
            Steps(closing),
            note == "filled" ? null : Html.Escape(Sentence(note)),
            $"{NewYork.Clock(closing.EndedAt!.Value)} · <code>{Html.Escape(closing.Id)}</code>"));
    }

    /// <summary>Says that a closing ended without an order of ours.</summary>
    public static Card EndedWithoutFill(PositionClosing closing, string note) => Card.Plain(Lines(
        Head(closing, closing.End == CloseEnd.Overtaken ? "gone before our order" : "not closed"),
        Html.Escape(Sentence(note)),
        Why(closing.Trigger),
        $"{NewYork.Clock(closing.EndedAt!.Value)} · <code>{Html.Escape(closing.Id)}</code>"));

    public static string Why(CloseTrigger trigger) => trigger.Reason == ExitReason.OwnerRequest
        ? $"Why: asked for by {Html.Escape(trigger.RequestedBy)}"
        : $"Why: {RuleText.Fired(trigger.Reason, trigger.Value, trigger.Threshold)}"
            + (trigger.Price is { } price && price != trigger.Bid && price != trigger.Ask ? $", on the mid {Figures.Price(price)} of a wide market" : "")
            + (trigger.Authority == CloseAuthority.Owner ? $", approved by {Html.Escape(trigger.RequestedBy)}" : "");

    public static string Lines(params string?[] lines) => string.Join('\n', lines.OfType<string>());

    private static string Otherwise(PositionClosing closing) => WalkPace.Of(closing.Trigger.Urgency) is null
        ? "If you do nothing: it is closed, and the receipt replaces this."
        : "If you do nothing: it is closed on the way, or its rules decide again at the end of it.";

    private static string Quote(CloseTrigger trigger) =>
        $"Quote {Figures.Price(trigger.Bid)} / {Figures.Price(trigger.Ask)} at {NewYork.Clock(trigger.At)}";

    // Legs that were not closed in ratio have no common price: their cash is told instead.
    private static string Exit(PositionClosing closing, IReadOnlyList<Fill> fills)
    {
        var cash = CloseResult.Cash(fills, closing.Multiplier);
        if (closing.IsMultiLeg && (closing.FilledQuantity == 0 || closing.Shortfall is null))
        {
            return $"cash {Figures.Signed(cash)}";
        }

        var quantity = closing.IsMultiLeg ? closing.FilledQuantity : fills.Sum(fill => fill.Quantity);
        var net = cash / (quantity * closing.Multiplier);
        return $"{(net >= 0 ? "sold" : "bought back")} at {Figures.Price(decimal.Round(Math.Abs(net), 4))}";
    }

    private static string Shortfall(PositionClosing closing)
    {
        var span = $"{Figures.Span(closing.EndedAt!.Value - closing.StartedAt)} from trigger to end";
        var (mid, side) = (closing.Shortfall?.AgainstMid, closing.Shortfall?.AgainstClosingSide);
        return (mid is { } one ? $"Against the trigger's mid {Figures.Price(closing.Trigger.Mid)}: {Figures.Signed(one)} · " : "")
            + (side is { } other ? $"{(mid is null ? "Against" : "against")} the trigger's {Figures.Price(closing.Trigger.Price)}: {Figures.Signed(other)} · " : "")
            + span;
    }

    // One order that filled has nothing to tell beyond the price above.
    private static string? Steps(PositionClosing closing) => closing.AttemptsMade < 2
        ? null
        : (closing.AttemptsMade > ShownSteps ? $"Last {ShownSteps} of {closing.AttemptsMade} steps\n" : "")
            + string.Join('\n', closing.Attempts.TakeLast(ShownSteps).Select(attempt => "• " + Html.Escape(CloseText.Result(closing, attempt))));

    private static string Head(PositionClosing closing, string what) =>
        $"{Titles.Icon(closing.Trigger.Reason)} <b>{Titles.Capital(Titles.Reason(closing.Trigger.Reason))}</b> · {Html.Escape(Titles.Of(closing))} · {what}";

    private static string Sentence(string text) => Titles.Capital(text) + ".";
}
