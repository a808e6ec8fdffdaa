namespace ExitDesk.Domain.Entries;

/// <summary>Finds settings that cannot hold, before anything is opened by them.</summary>
public static class EntrySettingsCheck
{
    /// <summary>All problems at once, each with the name of its value before a colon; empty if the settings hold.</summary>
    public static IReadOnlyList<string> Problems(EntrySettings settings) =>
    [
        .. Each("allowedActions", settings.AllowedActions.Distinct().Count() == settings.AllowedActions.Count, "an action is named twice; keep one"),
        .. Each("approvalPatience", settings.ApprovalPatience > TimeSpan.Zero, "must be above 0"),
        .. Each("lastEntryBeforeClose", settings.LastEntryBeforeClose >= TimeSpan.FromMinutes(1), "must be 1 minute or more: an order must be cancelled before the close"),
        .. Each("firstEntryAfterOpen", settings.FirstEntryAfterOpen >= TimeSpan.FromMinutes(1), "must be 1 minute or more: the first prices are wild"),
        .. Each("maximumContracts", settings.MaximumContracts > 0, "must be above 0; to open nothing, leave allowedActions empty"),
        .. Each("maximumShares", settings.MaximumShares > 0, "must be above 0; to open nothing, leave allowedActions empty"),
        .. Each("maximumOpenPositions", settings.MaximumOpenPositions >= 0, "must be 0 or more"),
        .. Each("maximumPerSymbol", settings.MaximumPerSymbol >= 0, "must be 0 or more"),
        .. Each("maximumPerStrategy", settings.MaximumPerStrategy >= 0, "must be 0 or more"),
        .. Each("maximumPerDay", settings.MaximumPerDay >= 0, "must be 0 or more"),
        .. Each("maximumPending", settings.MaximumPending > 0, "must be above 0; to open nothing, leave allowedActions empty"),
        .. Each("maximumRiskPerTrade", settings.MaximumRiskPerTrade is null or > 0, "must be above 0 USD, or none for no limit"),
        .. Each("maximumRiskPerDay", settings.MaximumRiskPerDay is null or > 0, "must be above 0 USD, or none for no limit"),
        .. Each("minimumDaysToExpiration", settings.MinimumDaysToExpiration >= 0, "must be 0 or more"),
        .. Each("maximumDaysToExpiration", settings.MaximumDaysToExpiration >= settings.MinimumDaysToExpiration, "must not be below minimumDaysToExpiration"),
        .. Each("maximumSpread", settings.MaximumSpread >= 0, "must be 0 USD or more"),
        .. Each("maximumSpreadShareOfMid", settings.MaximumSpreadShareOfMid is > 0 and <= 1, "must be above 0 and at most 1, as a fraction (0.10 is 10 %)"),
        .. Each("maximumSlippage", settings.MaximumSlippage >= 0, "must be 0 USD or more"),
        .. Each("cooldownLosses", settings.CooldownLosses >= 0, "must be 0 or more; 0 switches the cooldown off"),
        .. Each("cooldown", settings.Cooldown > TimeSpan.Zero, "must be above 0; to switch it off, set cooldownLosses to 0"),
    ];

    private static IReadOnlyList<string> Each(string name, bool holds, string problem) => holds ? [] : [$"{name}: {problem}"];
}
