using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>Bought calls and puts, held for days to weeks.</summary>
public static class LongOptions
{
    private static readonly IReadOnlyList<StructureKind> _kinds = [StructureKind.LongOption];

    public static ExitPreset Preset { get; } = new(
        "long-options",
        "Bought calls and puts held for days to weeks: room to breathe, a target of a double, and a trailing stop that keeps what was gained on the way.",
        [
            new(_kinds, "stopLoss.debitLoss", "0.35", "A bought option swings a quarter of its price on an ordinary day; a wider stop is hit by moves, not by noise."),
            new(_kinds, "takeProfit.target", "1", "The few large gains pay for the many small losses; a target of half would cut them off."),
            new(_kinds, "trailingStop.enabled", "true", "With a far target, something must keep the gain on the way there."),
            new(_kinds, "trailingStop.arm", "0.40", "It follows from where a gain is worth keeping."),
            new(_kinds, "trailingStop.giveBack", "0.20", "Half of what armed it may be given back: nearer, and each pause of a trend closes."),
            new(_kinds, "expirationRisk.tradingDays", "5", "In the last week time value melts fastest and a bought option needs the move at once."),
        ]);
}
