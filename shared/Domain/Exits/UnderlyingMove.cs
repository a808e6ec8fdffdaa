namespace ExitDesk.Domain.Exits;

/// <summary>Closes once the underlying has moved too far since the entry, against the position or for it.</summary>
/// <remarks>Measured on the stock alone, so it speaks without an option quote. For a position that wants the stock to stay where
/// it is, every move is against it.</remarks>
public static class UnderlyingMove
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, UnderlyingMovePlan plan)
    {
        if (!plan.Enabled || (plan.Against is null && plan.For is null))
        {
            return ExitDecision.Hold;
        }

        if (position.Underlying.EntryPrice is not { } entry || entry <= 0)
        {
            return ExitDecision.Undecided(ExitReason.UnderlyingMove, "the underlying's price at entry is not known");
        }

        if (position.Underlying.Price is not { } price)
        {
            return ExitDecision.Undecided(ExitReason.UnderlyingMove, "the underlying has no price");
        }

        // Multiplied, not divided: exact at the threshold, and cheaper where nothing fires.
        var gained = Gained(price - entry, position.Underlying.Direction);
        if (plan.Against is { } against && gained <= -(against * entry))
        {
            return ExitDecision.Close(ExitReason.UnderlyingMove, plan.Urgency, gained / entry, -against);
        }

        return plan.For is { } wanted && gained >= wanted * entry
            ? ExitDecision.Close(ExitReason.UnderlyingMove, plan.Urgency, gained / entry, wanted)
            : ExitDecision.Hold;
    }

    /// <summary>A move in the position's direction: positive for it, negative against it, in the unit of the move.</summary>
    /// <param name="move">How far the stock rose; negative if it fell.</param>
    /// <param name="direction">As in <see cref="UnderlyingFacts"/>.</param>
    public static decimal Gained(decimal move, int direction) => direction switch
    {
        0 => -Math.Abs(move),
        > 0 => move,
        _ => -move,
    };
}
