using System.Collections.Frozen;

namespace ExitDesk.Domain.Expiry;

/// <summary>The numbers of the expiry ladder. Thresholds are moneyness: fractions of the strike, negative out of the money.</summary>
/// <remarks>
/// Cut-offs: alpaca.markets/learn/how-to-trade-0dte-options-on-alpaca (read 2026-11): orders in contracts that expire today
/// must arrive before 15:15 in New York, 15:30 for broad-based ETFs, and liquidation starts 15 minutes later. What becomes of
/// them on an early close is not documented; they are taken to keep their distance from the close.
/// </remarks>
public sealed record ExpirySettings
{
    /// <summary>ETFs on a broad index whose options have the later cut-off unless configured otherwise.</summary>
    /// <remarks>
    /// The broker names SPY and QQQ, and "etc." IWM (Russell 2000) and DIA (Dow Jones Industrial) follow indices as broad. If it
    /// counts one of them among the rest, the margin still puts the deadline no later than its cut-off. Each further name would
    /// gain 15 minutes and risk that margin, so the list ends here and the rest is the owner's to configure.
    /// </remarks>
    public static readonly FrozenSet<string> DefaultBroadBasedEtfs = FrozenSet.Create(StringComparer.Ordinal, "SPY", "QQQ", "IWM", "DIA");

    public static readonly ExpirySettings Default = new();

    /// <summary>Underlyings with the later cut-off.</summary>
    public IReadOnlySet<string> BroadBasedEtfs { get; init; } = DefaultBroadBasedEtfs;

    /// <summary>The broker's cut-off of most contracts, before the session's close.</summary>
    public TimeSpan CutOffBeforeClose { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>The broker's cut-off of options on broad-based ETFs, before the session's close.</summary>
    public TimeSpan EtfCutOffBeforeClose { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after its cut-off the broker starts to liquidate.</summary>
    public TimeSpan LiquidationAfterCutOff { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>From the desk's deadline to the broker's cut-off.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>T-30: time to the deadline at which cards are shown.</summary>
    public TimeSpan WatchFrom { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>T-5: time to the deadline at which what is in the money is closed.</summary>
    public TimeSpan CloseFastFrom { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>T-2: time to the deadline at which what is near the money is closed.</summary>
    public TimeSpan CloseNowFrom { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>T-30 shows a card from this fraction up.</summary>
    public decimal CardFrom { get; init; } = -0.02m;

    /// <summary>T-5 names in every cycle from this fraction up.</summary>
    public decimal NamedFrom { get; init; } = -0.01m;

    /// <summary>T-5 closes above this fraction.</summary>
    public decimal CloseFastAbove { get; init; }

    /// <summary>T-2's threshold is at least this fraction out of the money.</summary>
    public decimal NearestThreshold { get; init; } = 0.005m;

    /// <summary>T-2's threshold in standard deviations of the underlying between deadline and close; a multiple.</summary>
    public decimal Deviations { get; init; } = 2.3m;

    /// <summary>The implied volatility that T-2 uses where it is missing: a yearly fraction, 0.40 is 40 %.</summary>
    public decimal FallbackVolatility { get; init; } = 0.40m;
}
