namespace ExitDesk.Simulator.Venue;

/// <summary>Which expiring positions the broker closes by itself before the close.</summary>
/// <remarks>
/// Alpaca's pages disagree: the 0DTE page liquidates expiring positions, the overview only those whose exercise the account
/// cannot pay for (read 2026-11). The stricter reading is the default.
/// </remarks>
public enum LiquidationScope
{
    /// <summary>All, unless told not to exercise.</summary>
    All,

    /// <summary>In the money ones whose exercise or assignment would need cash or shares that are not there.</summary>
    Unfunded,

    /// <summary>Short ones alone, whatever long leg stands beside them [alpaca-py#774, read 2026-11].</summary>
    ShortLegs,
}
