using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Closing;

/// <summary>Closes one leg now: at the market, a stop in a wide market after one limit at the closing side.</summary>
internal static class LegAtOnce
{
    /// <summary>The first attempt, without a look; null if there was one, or a look comes first.</summary>
    public static CloseStep? First(PositionClosing closing, CloseFacts facts) =>
        closing.Attempts.Count > 0 || facts.LooksFirst ? null : First(closing, closing.RemainingOf(closing.Legs[0]), facts);

    /// <summary>What the broker still holds of it, at the market; a stop that a look came before begins as it would have without.</summary>
    public static CloseStep Submit(PositionClosing closing, CloseFacts facts)
    {
        var closable = OpenLeg.Of(closing, facts.Look!)[0].Closable;
        return closing.Attempts.Count == 0 ? First(closing, closable, facts)
            : Worthless(closing, facts) ?? new CloseStep.SubmitClosePosition(closing.Symbol, closable);
    }

    private static CloseStep First(PositionClosing closing, decimal quantity, CloseFacts facts)
    {
        if (closing.Trigger.Bid is not > 0 && Worthless(closing, facts) is { } worthless)
        {
            return worthless;
        }

        var atOnce = new CloseStep.SubmitClosePosition(closing.Symbol, quantity);
        if (!IsStop(closing.Trigger.Reason) || closing.Legs[0].Contract is null || !ClosePrice.IsWide(closing.Trigger.Bid, closing.Trigger.Ask))
        {
            return atOnce;
        }

        if (facts.Quotes is not { } quotes)
        {
            return new CloseStep.LookAtQuotes();
        }

        // No quote is no reason to wait, and a market that narrowed is none for a limit.
        return quotes.Of(closing.Symbol) is { } quote && ClosePrice.IsWide(quote.Bid, quote.Ask) && Limit(closing, quantity, quote) is { } limit ? limit : atOnce;
    }

    // A market order that waits for a bid until the contract ends would only ring the owner each minute, for nothing.
    private static CloseStep? Worthless(PositionClosing closing, CloseFacts facts) =>
        facts.OffersWorthless || !closing.Legs[0].IsLong || closing.Legs[0].Contract is not { Expiration: var last } || facts.Moment.Session is not { } session || session.Date < last ? null
        : facts.Quotes is not { } quotes ? new CloseStep.LookAtQuotes()
        : quotes.Of(closing.Symbol) is { Bid: null or <= 0, Ask: > 0 and <= CloseLimits.WorthlessAsk } ? new CloseStep.GiveUp("nobody bids for it: it is left to expire")
        : null;

    private static CloseStep.SubmitLimit? Limit(PositionClosing closing, decimal quantity, Quote quote)
    {
        var leg = closing.Legs[0];
        var grid = TickGrid.Of(leg.Contract, quote);
        return leg.IsLong && quote.Bid is not > 0 ? null : new CloseStep.SubmitLimit(
            leg.Closing(1), quantity, leg.IsLong ? grid.Down(quote.Bid!.Value) : grid.Up(quote.Ask!.Value), null);
    }

    private static bool IsStop(ExitReason reason) => reason is ExitReason.StopLoss or ExitReason.TrailingStop;
}
