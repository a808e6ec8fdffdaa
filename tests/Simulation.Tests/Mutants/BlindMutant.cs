using ExitDesk.Domain.Closing;

namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>What one might write in the place of a guard, in good faith and wrong.</summary>
internal static class BlindMutant
{
    /// <summary>In the place of a look: closes what the ledger says is left.</summary>
    public static CloseStep? TrustTheLedger(PositionClosing closing, CloseFacts facts) => facts.Look is { IsComplete: true } ? null
        : closing.IsMultiLeg || !CloseProtocol.IsImmediate(closing, facts) ? new CloseStep.LookAtAll()
        : new CloseStep.SubmitClosePosition(closing.Symbol, closing.OpenLegs.Sum(leg => closing.RemainingOf(leg)));

    /// <summary>In the place of looking after an unknown outcome: the same once more.</summary>
    public static CloseStep? SendAgain(PositionClosing closing, CloseFacts facts) => closing.LastAttempt is not { IsOpenQuestion: true } attempt ? null
        : attempt.ClientOrderId is null ? new CloseStep.SubmitClosePosition(attempt.Symbol ?? closing.Symbol, attempt.Quantity)
        : new CloseStep.SendAgain();

    /// <summary>In the place of one order, or shorts first: the long legs, one by one.</summary>
    public static CloseStep? LongsFirst(PositionClosing closing, CloseFacts facts) =>
        CloseProtocol.IsImmediate(closing, facts) && closing.IsMultiLeg
            && OpenLeg.Of(closing, facts.Look!).FirstOrDefault(leg => leg.Leg.IsLong && leg.Closable > 0) is { } bought
            ? new CloseStep.SubmitClosePosition(bought.Leg.Symbol, bought.Closable)
            : null;
}
