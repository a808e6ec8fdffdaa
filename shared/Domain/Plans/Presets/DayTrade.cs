namespace ExitDesk.Domain.Plans.Presets;

/// <summary>Opened and closed in one session, days or weeks before expiration.</summary>
public static class DayTrade
{
    public static ExitPreset Preset { get; } = new(
        "day-trade",
        "Opened and closed in one session: tight limits, no questions, flat ten minutes before the close.",
        [
            new(ExitPresets.Everything, "dayTradeClose.enabled", "true", "Nothing is held over night."),
            new(ExitPresets.Everything, "dayTradeClose.latest", "15:50", "Ten minutes before the close spreads are still narrow and a close has time to be filled."),
            new(ExitPresets.Everything, "dayTradeClose.before", "10m", "The same distance on days that close early."),
            new(ExitPresets.Everything, "stopLoss.debitLoss", "0.2", "A trade that should work today and does not is closed early."),
            new(ExitPresets.Everything, "stopLoss.creditMultiple", "1", "A day's decay is small: losing the credit once is already more than the day could bring."),
            new(ExitPresets.Everything, "takeProfit.target", "0.3", "What one session gives is smaller than what weeks give."),
            new(ExitPresets.Everything, "trailingStop.enabled", "false", "The target is too near to leave anything to trail."),
            new(ExitPresets.Everything, "daysToExpiration.enabled", "false", "It is out tonight, whatever its expiration."),
        ]);
}
