namespace ExitDesk.Domain.Expiry;

/// <summary>Finds settings of the ladder that contradict each other.</summary>
public static class ExpirySettingsCheck
{
    /// <summary>All problems at once, each with its setting's name first; none if the settings can be used.</summary>
    public static IReadOnlyList<string> Problems(ExpirySettings settings)
    {
        var zero = TimeSpan.Zero;
        (bool IsWrong, string Text)[] checks =
        [
            (settings.Margin < zero, "margin: must not be negative"),
            (settings.LiquidationAfterCutOff < zero, "liquidationAfterCutOff: must not be negative"),
            (settings.CutOffBeforeClose < zero || settings.EtfCutOffBeforeClose < zero, "cutOffBeforeClose: must not be negative"),
            (settings.EtfCutOffBeforeClose > settings.CutOffBeforeClose, "etfCutOffBeforeClose: the cut-off of ETFs is the later one"),
            (settings.CloseNowFrom <= zero, "closeNowFrom: must be above zero, or nothing near the money is ever closed"),
            (settings.CloseFastFrom <= settings.CloseNowFrom, "closeFastFrom: rungs are out of order, this one comes before closeNowFrom"),
            (settings.WatchFrom <= settings.CloseFastFrom, "watchFrom: rungs are out of order, this one comes before closeFastFrom"),
            (settings.CardFrom >= 0, "cardFrom: must be negative, out of the money"),
            (settings.NamedFrom >= 0, "namedFrom: must be negative, out of the money"),
            (settings.NamedFrom < settings.CardFrom, "namedFrom: must not be further out of the money than cardFrom"),
            (settings.CloseFastAbove < settings.NamedFrom, "closeFastAbove: must not be further out of the money than namedFrom"),
            (settings.CloseFastAbove > 0, "closeFastAbove: above zero it would leave contracts in the money alone"),
            (settings.NearestThreshold <= 0, "nearestThreshold: must be above zero"),
            (settings.Deviations < 0, "deviations: must not be negative"),
            (settings.FallbackVolatility <= 0, "fallbackVolatility: must be above zero"),
        ];
        return [.. checks.Where(check => check.IsWrong).Select(check => check.Text)];
    }
}
