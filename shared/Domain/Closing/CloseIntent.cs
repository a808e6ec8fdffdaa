namespace ExitDesk.Domain.Closing;

/// <summary>Turns a step that submits into the attempt that is written before the broker hears of it. Pure.</summary>
public static class CloseIntent
{
    /// <summary>The closing with its new attempt, pending.</summary>
    /// <param name="closing">As decided on.</param>
    /// <param name="step">One that submits.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="clientOrderId">Of a new order; not used for close-position, nor for one that is sent again.</param>
    public static PositionClosing Of(PositionClosing closing, CloseStep step, DateTimeOffset now, string clientOrderId)
    {
        if (step is CloseStep.SendAgain)
        {
            var last = closing.LastAttempt!;
            return closing.WithLastAttempt(last with { IntentAt = now, Outcome = AttemptOutcome.Pending, Sends = last.Sends + 1, EmptyLooks = [] }) with { HeldBackSince = null };
        }

        var number = closing.AttemptsMade + 1;
        var (attempt, leftOut) = step switch
        {
            CloseStep.SubmitClosePosition close => (new CloseAttempt(number, now, close.Quantity, AttemptOutcome.Pending) { Symbol = close.Symbol }, []),
            CloseStep.SubmitLimit limit => (new CloseAttempt(number, now, limit.Quantity, AttemptOutcome.Pending)
            {
                Method = CloseMethod.Limit,
                Legs = [limit.Leg],
                LimitPrice = limit.Price,
                WalkStep = limit.WalkStep,
                ClientOrderId = clientOrderId,
            }, limit.LeftOut),
            CloseStep.SubmitMultiLeg several => (new CloseAttempt(number, now, several.Units, AttemptOutcome.Pending)
            {
                Method = CloseMethod.MultiLeg,
                Legs = several.Legs,
                LimitPrice = several.Price,
                WalkStep = several.WalkStep,
                ClientOrderId = clientOrderId,
            }, several.LeftOut),
            _ => throw new ArgumentException($"{step} submits nothing", nameof(step)),
        };
        return ClosingMemory.Forget(closing with { Attempts = [.. closing.Attempts, attempt], LeftOut = [.. closing.LeftOut.Union(leftOut)], HeldBackSince = null });
    }
}
