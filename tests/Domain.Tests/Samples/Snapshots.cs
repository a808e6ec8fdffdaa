using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Tests.Samples;

internal static class Snapshots
{
    /// <summary>Noon of the sample day; nothing expires for two months.</summary>
    public static readonly TimingFacts Timing = new(
        SampleSession.Noon, new TimeOnly(12, 0), SampleSession.CloseAt, SampleSession.CloseAt,
        TradingDaysLeft: 42, DaysLeft: 60, TradingDaysAtEntry: 50, DaysAtEntry: 71, DaysHeld: 11, TradingMinutesHeld: 3_000);

    /// <summary>A long position with a usable bid.</summary>
    public static PositionSnapshot Long(decimal entry, decimal? bid, decimal? mid = null, QuoteQuality quality = QuoteQuality.Usable) =>
        new(entry, bid, mid ?? bid, quality) { Timing = Timing };

    /// <summary>A credit structure that costs so much to close.</summary>
    public static PositionSnapshot Credit(decimal credit, decimal? cost, decimal? maximumLoss = null, QuoteQuality quality = QuoteQuality.Usable) =>
        new(-credit, -cost, -cost, quality, MaximumLoss: maximumLoss) { Timing = Timing };
}
