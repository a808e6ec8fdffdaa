using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Closing;

/// <summary>Closes one leg now: at the market, a stop in a wide market after one limit at the closing side.</summary>
internal static class LegAtOnce
{
    public static CloseStep Next(PositionClosing closing, CloseFacts facts)
    {
        if (closing.Attempts.Count == 0)
        {
            return First(closing, facts);
        }

        if (CloseLooks.Pause(closing, facts) is { } pause)
        {
            return pause;
        }

        if (facts.Look is not { IsComplete: true } look)
        {
            return new CloseStep.LookAtAll();
        }

        if (CloseObservation.IsGone(closing, look))
        {
            return CloseLooks.GoneOrWait(closing, facts);
        }

        var legs = OpenLeg.Of(closing, look);
        return HeldQuantity.Blocking(closing, legs, look) is { } blocking
            ? WorkingOrder.CancelOrWait(closing, blocking, facts)
            : CloseLooks.Unheard(closing, null, facts) ?? new CloseStep.SubmitClosePosition(closing.Symbol, legs[0].Closable);
    }

    private static CloseStep First(PositionClosing closing, CloseFacts facts)
    {
        var atOnce = new CloseStep.SubmitClosePosition(closing.Symbol, closing.RemainingOf(closing.Legs[0]));
        if (!IsStop(closing.Trigger.Reason) || closing.Legs[0].Contract is null || !ClosePrice.IsWide(closing.Trigger.Bid, closing.Trigger.Ask))
        {
            return atOnce;
        }

        if (facts.Quotes is not { } quotes)
        {
            return new CloseStep.LookAtQuotes();
        }

        // No quote is no reason to wait, and a market that narrowed is none for a limit.
        return quotes.Of(closing.Symbol) is { } quote && ClosePrice.IsWide(quote.Bid, quote.Ask) && Limit(closing, quote) is { } limit ? limit : atOnce;
    }

    private static CloseStep.SubmitLimit? Limit(PositionClosing closing, Quote quote)
    {
        var leg = closing.Legs[0];
        var grid = TickGrid.Of(leg.Contract, quote);
        return leg.IsLong && quote.Bid is not > 0 ? null : new CloseStep.SubmitLimit(
            leg.Closing(1), closing.RemainingOf(leg), leg.IsLong ? grid.Down(quote.Bid!.Value) : grid.Up(quote.Ask!.Value), null);
    }

    private static bool IsStop(ExitReason reason) => reason is ExitReason.StopLoss or ExitReason.TrailingStop;
}
