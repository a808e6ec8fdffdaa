namespace ExitDesk.Domain.Plans.Presets;

/// <summary>Opened on the day they expire.</summary>
public static class ZeroDte
{
    public static ExitPreset Preset { get; } = new(
        "zero-dte",
        "Opened on the day of expiration: prices move by multiples, so limits are wide, nothing asks, and half an hour before the contract's deadline it is over.",
        [
            new(ExitPresets.Everything, "stopLoss.debitLoss", "0.5", "A quarter of the price is minutes of noise on the last day."),
            new(ExitPresets.Everything, "stopLoss.creditMultiple", "1.5", "Gamma turns twice the credit into five times within minutes: the limit must come earlier."),
            new(ExitPresets.Everything, "takeProfit.target", "0.5", "Half, fast: what is left of the day decays against who stays."),
            new(ExitPresets.Everything, "dayTradeClose.enabled", "true", "The day trade close counts from the contract's deadline, which is before the session's close."),
            new(ExitPresets.Everything, "dayTradeClose.before", "30m", "Out before the expiry ladder begins: the last rungs are for what was forgotten."),
            new(ExitPresets.Everything, "expirationRisk.enabled", "false", "It was opened on its last day."),
            new(ExitPresets.Everything, "daysToExpiration.enabled", "false", "It was opened on its last day."),
        ]);
}
