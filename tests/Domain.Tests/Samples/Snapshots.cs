using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Tests.Samples;

internal static class Snapshots
{
    /// <summary>A long position with a usable bid.</summary>
    public static PositionSnapshot Long(decimal entry, decimal? bid, decimal? mid = null, QuoteQuality quality = QuoteQuality.Usable) =>
        new(entry, bid, mid ?? bid, quality);

    /// <summary>A credit structure that costs so much to close.</summary>
    public static PositionSnapshot Credit(decimal credit, decimal? cost, decimal? maximumLoss = null, QuoteQuality quality = QuoteQuality.Usable) =>
        new(-credit, -cost, -cost, quality, MaximumLoss: maximumLoss);
}
