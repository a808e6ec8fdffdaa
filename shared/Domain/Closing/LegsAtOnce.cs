using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Closes several legs now: as one order while the broker takes them so, else one by one, short legs first.</summary>
/// <remarks>
/// A long leg is closed alone only once our own fills closed every short one: nothing else proves that it covers nothing.
/// </remarks>
internal static class LegsAtOnce
{
    public static CloseStep Submit(PositionClosing closing, CloseFacts facts)
    {
        if (facts.Quotes is not { } quotes)
        {
            return new CloseStep.LookAtQuotes();
        }

        var legs = OpenLeg.Of(closing, facts.Look!);
        return AsOne(closing, legs, quotes) ?? OneByOne(closing, legs, quotes, facts);
    }

    private static CloseStep? AsOne(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseQuotes quotes)
    {
        var wanted = legs.Where(leg => !IsWorthless(leg.Leg, quotes)).ToList();
        var isOne = OpenLeg.AreEven(wanted)
            && OpenLeg.WholeUnits(wanted) >= 1
            && !IsExhausted(closing)
            && MultiLeg.IsSupported(closing.Legs)
            && (wanted.Any(leg => !leg.Leg.IsLong) || (wanted.Count > 1 && closing.Legs.All(leg => leg.IsLong)));
        return isOne ? Order(closing, wanted, legs, quotes) : null;
    }

    private static CloseStep? Order(PositionClosing closing, List<OpenLeg> wanted, IReadOnlyList<OpenLeg> legs, CloseQuotes quotes)
    {
        var natural = ClosePrice.Natural(wanted.Select(leg => leg.Leg), quotes.Of) ?? (wanted.Count == closing.Legs.Count ? closing.Trigger.Cost(closing.Side) : null);
        if (natural is not { } cost)
        {
            return null;
        }

        var limit = ClosePrice.AtOnce(cost, closing.Structure.Width);
        IReadOnlyList<string> leftOut = [.. legs.Except(wanted).Select(leg => leg.Leg.Symbol)];
        return wanted is [var only]
            ? new CloseStep.SubmitLimit(only.Leg.Closing(1), only.Closable, Alone(only, limit, quotes), null) { LeftOut = leftOut }
            : new CloseStep.SubmitMultiLeg([.. wanted.Select(leg => leg.Leg.Closing(Math.Abs(leg.Leg.Ratio)))], OpenLeg.WholeUnits(wanted), limit, null) { LeftOut = leftOut };
    }

    private static decimal Alone(OpenLeg leg, decimal limit, CloseQuotes quotes) =>
        TickGrid.Of(leg.Leg.Contract, quotes.Of(leg.Leg.Symbol)).Up(Math.Abs(limit));

    private static CloseStep OneByOne(PositionClosing closing, IReadOnlyList<OpenLeg> legs, CloseQuotes quotes, CloseFacts facts)
    {
        if (legs.FirstOrDefault(leg => !leg.Leg.IsLong && leg.Closable > 0) is { } sold)
        {
            return new CloseStep.SubmitClosePosition(sold.Leg.Symbol, sold.Closable);
        }

        if (legs.Any(leg => !leg.Leg.IsLong))
        {
            return CloseLooks.BrokenOrWait(closing, facts);
        }

        var worthless = legs.Where(leg => IsWorthless(leg.Leg, quotes)).Select(leg => leg.Leg.Symbol).ToList();
        return legs.FirstOrDefault(leg => leg.Closable > 0 && !worthless.Contains(leg.Leg.Symbol)) is { } bought
            ? new CloseStep.SubmitClosePosition(bought.Leg.Symbol, bought.Closable)
            : worthless.Count < legs.Count ? CloseLooks.BrokenOrWait(closing, facts)
            : closing.HasFills ? new CloseStep.Settle(CloseEnd.Closed, $"nobody bids for {string.Join(", ", worthless)}: left to expire") { LeftOut = [.. closing.LeftOut, .. worthless] }
            : new CloseStep.GiveUp("nobody bids for it: it is left to expire");
    }

    // Only a quote says so: without one it is sold with the rest.
    private static bool IsWorthless(PositionLeg leg, CloseQuotes quotes) =>
        leg.IsLong && quotes.Of(leg.Symbol) is { Bid: null or <= 0 };

    private static bool IsExhausted(PositionClosing closing)
    {
        var tries = closing.CurrentAttempts.Where(attempt => attempt is { LimitPrice: not null, WalkStep: null }).ToList();
        return tries.Count(attempt => attempt.IsFailure || closing.Orders.Any(order => order.Id == attempt.OrderId && order.Status == Orders.OrderStatus.Rejected))
                >= CloseLimits.MultiLegRefusals
            || tries.Count >= CloseLimits.MultiLegTries;
    }
}
