namespace ExitDesk.Domain.Exits;

/// <summary>Closes once the loss that closing now would realize reaches the plan's limit.</summary>
/// <remarks>
/// Judged on the closing side of a usable quote, or on the mid of a market that has been wide for two minutes: a crash that
/// widens the market must not disarm its own stop. Where nobody bids for a bought leg that mid may fire, and proves nothing else:
/// if the closing side would fire, the stop cannot tell. A credit stops at a multiple of the credit or at a share of the maximum
/// loss, whichever comes first, because a spread can never lose its whole width.
/// </remarks>
public static class StopLoss
{
    /// <summary>Beyond this multiple of the limit the stop is deep: fewer readings confirm it.</summary>
    public const decimal DeepMultiple = 1.5m;

    /// <summary>Why a stop cannot tell in a wide market without a bid.</summary>
    internal const string Unproven = "nobody bids for what was bought, and the middle of so wide a market proves nothing";

    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, StopLossPlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        if (!position.HasMeaningfulEntry)
        {
            return ExitDecision.Undecided(ExitReason.StopLoss, "entry below $0.05: percentages mean nothing");
        }

        if (position.StopValue is not { } value)
        {
            return ExitDecision.Undecided(ExitReason.StopLoss, "no usable quote on the closing side");
        }

        var decision = At(position, plan, value);
        return decision.Kind == DecisionKind.Hold && position.UnbidValue is { } unbid && At(position, plan, unbid).Kind == DecisionKind.Close
            ? ExitDecision.Undecided(ExitReason.StopLoss, Unproven)
            : decision;
    }

    /// <summary>True if a stop that fired is more than half as far again beyond its limit.</summary>
    public static bool IsDeep(in ExitDecision decision) =>
        decision is { Kind: DecisionKind.Close, Reason: ExitReason.StopLoss, Value: { } value, Threshold: { } threshold }
        && Math.Abs(value) > DeepMultiple * Math.Abs(threshold);

    /// <summary>True if a stop that fired is deep, and far deeper than the loss that its owner was shown.</summary>
    /// <param name="decision">What the stop says.</param>
    /// <param name="shown">The loss of a stop that was shown deep, in its unit, above 0; null if none was.</param>
    /// <param name="position">What it was judged on.</param>
    public static bool IsDeep(in ExitDecision decision, decimal? shown, in PositionSnapshot position) =>
        IsDeep(decision)
        && (shown is not { } loss || Math.Abs(decision.Value!.Value) > SpeaksBeyond(loss, Most(position.EntryValue, position.MaximumLoss)));

    /// <summary>The loss beyond which a stop that was shown deep speaks again, whatever its owner answered.</summary>
    /// <param name="shown">A fraction of the debit or a multiple of the credit, above 0.</param>
    /// <param name="most">The most that can be lost, in the same unit; null if there is no such limit.</param>
    /// <returns>As many times the loss that was shown as makes a stop deep; where no loss can be beyond that, half-way to the most.</returns>
    public static decimal SpeaksBeyond(decimal shown, decimal? most)
    {
        var far = DeepMultiple * shown;
        return most is { } all && far >= all && shown < all ? shown + ((all - shown) / 2) : far;
    }

    /// <summary>The most that can be lost: a whole debit, or so many times the credit; null where there is no limit.</summary>
    /// <param name="entryValue">Debit positive, credit negative, not 0.</param>
    /// <param name="maximumLoss">Of a credit, USD per share; null for debits and naked shorts.</param>
    public static decimal? Most(decimal entryValue, decimal? maximumLoss) => entryValue > 0 ? 1 : maximumLoss / -entryValue;

    private static ExitDecision At(in PositionSnapshot position, StopLossPlan plan, decimal value)
    {
        var urgency = position.IsJudgedOnMid ? Urgency.Fast : plan.Urgency;
        return position.IsDebit ? Debit(position, plan, value, urgency) : Credit(position, plan, value, urgency);
    }

    private static ExitDecision Debit(in PositionSnapshot position, StopLossPlan plan, decimal value, Urgency urgency)
    {
        // Multiplied, not divided: exact at the threshold, and cheaper where nothing fires.
        return value - position.EntryValue <= -plan.DebitLoss * position.EntryValue
            ? ExitDecision.Close(ExitReason.StopLoss, urgency, position.DebitReturn(value), -plan.DebitLoss)
            : ExitDecision.Hold;
    }

    private static ExitDecision Credit(in PositionSnapshot position, StopLossPlan plan, decimal value, Urgency urgency)
    {
        var loss = position.EntryValue - value;
        return loss >= plan.CreditMultiple * -position.EntryValue || loss >= plan.MaximumLossShare * position.MaximumLoss
            ? ExitDecision.Close(ExitReason.StopLoss, urgency, position.CreditLoss(value), CreditLimit(position, plan))
            : ExitDecision.Hold;
    }

    /// <summary>The loss, in multiples of the credit, at which a credit structure stops: the nearer of both limits.</summary>
    public static decimal CreditLimit(in PositionSnapshot position, StopLossPlan plan) =>
        position.MaximumLoss is { } maximum
            ? Math.Min(plan.CreditMultiple, plan.MaximumLossShare * maximum / -position.EntryValue)
            : plan.CreditMultiple;
}
