using System.Collections.Frozen;

namespace ExitDesk.Domain.Contracts;

/// <summary>Roots of options on an index: settled in cash, with cut-offs of their own; shown, never managed.</summary>
/// <remarks>
/// Source: marketdata.app, "Complete List of Index Option Tickers" (of 2024-07, read 2026-11); NDX from tastytrade's index
/// option specifications, NDXP as brokers write its weeklies. A root that is not listed here counts as a stock's.
/// </remarks>
public static class IndexOptions
{
    private static readonly FrozenSet<string> Roots = FrozenSet.Create(
        StringComparer.Ordinal,
        "SPX", "SPXW", "SPXPM", "SPXQ", "XSP", "SPESG", "OEX", "XEO", "DJX", "NDX", "NDXP", "XND", "RUI", "RUT", "RUTW", "MRUT",
        "VIX", "VIXW", "MXACW", "MXWLD", "MXUSA", "MXEF", "MXEA");

    public static bool IsRoot(string root) => Roots.Contains(root);
}
