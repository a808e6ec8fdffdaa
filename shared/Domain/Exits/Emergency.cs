namespace ExitDesk.Domain.Exits;

/// <summary>Mode Emergency, which no plan can switch off, weaken or silence.</summary>
public static class Emergency
{
    /// <summary>Fires while the desk is in mode Emergency.</summary>
    public static ExitDecision Evaluate(bool isEmergency) => isEmergency
        ? ExitDecision.Close(ExitReason.Emergency, Urgency.Immediate, 1, 1)
        : ExitDecision.Hold;
}
