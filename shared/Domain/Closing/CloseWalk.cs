using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Walks the price of a limit order from the mid to the closing side: each step a new order for what remains.</summary>
internal static class CloseWalk
{
    /// <summary>Its end, where nothing more is to be tried; null if it goes on.</summary>
    public static CloseStep? Stopped(PositionClosing closing, CloseFacts facts) =>
        CloseLooks.IsStubborn(closing) ? new CloseStep.GiveUp(closing.LastAttempt?.Detail ?? "the broker does not keep the orders")
        : facts.IsRuleGone && StopsWithItsRule(closing) ? new CloseStep.Settle(CloseEnd.Unfilled, "its rule no longer wants it closed")
        : IsWalked(closing, WalkPace.Of(closing.Trigger.Urgency)!) ? new CloseStep.Settle(CloseEnd.Unfilled, "nobody took the last price; the next evaluation decides again")
        : null;

    /// <summary>What legs lead to that cannot be walked as one; null if they can.</summary>
    public static CloseStep? Broken(PositionClosing closing, CloseFacts facts) =>
        CanBeWalked(closing, OpenLeg.Of(closing, facts.Look!)) ? null : CloseLooks.BrokenOrWait(closing, facts);

    /// <summary>The next price.</summary>
    public static CloseStep Submit(PositionClosing closing, CloseFacts facts) => facts.Quotes is not { } quotes
        ? new CloseStep.LookAtQuotes()
        : Submit(closing, WalkPace.Of(closing.Trigger.Urgency)!, OpenLeg.Of(closing, facts.Look!), quotes, facts);

    /// <summary>True once the last price was tried.</summary>
    public static bool IsWalked(PositionClosing closing, WalkPace pace) => StepOf(closing) >= pace.Steps;

    /// <summary>How long a limit order of a closing works.</summary>
    public static TimeSpan TimeOf(PositionClosing closing, CloseAttempt attempt) =>
        attempt.WalkStep is not null && WalkPace.Of(closing.Trigger.Urgency) is { } pace ? pace.Each : CloseLimits.AtOnceStep;

    /// <summary>True for slow walks, which stop when their rule no longer holds.</summary>
    public static bool StopsWithItsRule(PositionClosing closing) => WalkPace.Of(closing.Trigger.Urgency) is { IsBounded: true };

    // Only a price that the broker had in the market counts as tried.
    private static int StepOf(PositionClosing closing) =>
        closing.CurrentAttempts.LastOrDefault(attempt => attempt is { WalkStep: not null, OrderId: not null })?.WalkStep + 1 ?? 0;

    private static CloseStep Submit(PositionClosing closing, WalkPace pace, IReadOnlyList<OpenLeg> legs, CloseQuotes quotes, CloseFacts facts)
    {
        var quote = NetQuote.Of(closing.Structure, quotes.Of);
        if (!closing.IsMultiLeg && closing.Legs[0].IsLong && quote is { Bid: null or <= 0, Ask: > 0 })
        {
            return facts.OffersWorthless
                ? Limit(closing, legs[0], TickGrid.Of(closing.Legs[0].Contract, quote).Least, StepOf(closing))
                : new CloseStep.GiveUp("nobody bids for it: it is left to expire");
        }

        var step = StepOf(closing);
        var grid = closing.IsMultiLeg ? TickGrid.Cents : TickGrid.Of(closing.Legs[0].Contract, quote);
        return quote is null || ClosePrice.OfStep(closing, pace, step, quote, grid) is not { } price ? WithoutQuote(closing, facts)
            : closing.IsMultiLeg ? new CloseStep.SubmitMultiLeg(
                [.. legs.Select(leg => leg.Leg.Closing(Math.Abs(leg.Leg.Ratio)))], OpenLeg.WholeUnits(legs), closing.Side == PositionSide.Long ? -price : price, step)
            : Limit(closing, legs[0], price, step);
    }

    private static CloseStep.SubmitLimit Limit(PositionClosing closing, OpenLeg leg, decimal price, int step) =>
        new(closing.Legs[0].Closing(1), leg.Closable, price, step);

    private static CloseStep WithoutQuote(PositionClosing closing, CloseFacts facts)
    {
        var since = closing.CurrentAttempts.LastOrDefault()?.IntentAt ?? closing.Trigger.At;
        return facts.Now - since >= CloseLimits.QuotePatience
            ? new CloseStep.Settle(CloseEnd.Unfilled, "there is no quote to price it by")
            : new CloseStep.Wait(
                facts.Now + TimeSpan.FromSeconds(2), "there is no quote to price it by", IsAlarming: facts.Now - since >= CloseLimits.WorkingPatience);
    }

    private static bool CanBeWalked(PositionClosing closing, IReadOnlyList<OpenLeg> legs) => closing.IsMultiLeg
        ? legs.Count == closing.Legs.Count && OpenLeg.AreEven(legs)
        : legs[0].Held > 0;
}
