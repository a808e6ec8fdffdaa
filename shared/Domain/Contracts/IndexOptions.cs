using System.Collections.Frozen;

namespace ExitDesk.Domain.Contracts;

/// <summary>Roots of options on an index: settled in cash, with cut-offs of their own; shown, never managed.</summary>
/// <remarks>Source: cboe.com and nasdaq.com, index option product specifications (read 2026-11).</remarks>
public static class IndexOptions
{
    private static readonly FrozenSet<string> Roots = FrozenSet.Create(
        StringComparer.Ordinal,
        "SPX", "SPXW", "SPXQ", "XSP", "XSPW", "NANOS", "OEX", "XEO", "DJX", "RUT", "RUTW", "MRUT", "MRUTW", "VIX", "VIXW",
        "CBTX", "MBTX", "NDX", "NDXP", "XND", "NQX");

    public static bool IsRoot(string root) => Roots.Contains(root);
}
