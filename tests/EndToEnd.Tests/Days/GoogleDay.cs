using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Recorded;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.TestKit;
using Xunit;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>GOOG on 2015-12-23 as it was recorded: ten long options that expire the next day, bought at 09:45 at the ask.</summary>
internal static class GoogleDay
{
    private static readonly DateOnly Date = new(2015, 12, 23);

    public static DateTimeOffset BoughtAt { get; } = NewYork.ToUtc(Date, new TimeOnly(9, 45));

    /// <summary>The day; skips where it is not recorded on this machine.</summary>
    public static Scenario Load()
    {
        Skip.If(RecordedData.Folder is null, RecordedData.MissingReason);
        var load = RecordedMarket.Load(new RecordedSource(RecordedData.Folder!, "GOOG", [Date]));
        Assert.True(load.Market is not null, string.Join('\n', load.Problems));
        return new Scenario("recorded GOOG", load.Market!, load.Market!.Days[0], [.. Openings()], null);
    }

    private static IEnumerable<Opening> Openings() =>
        from right in "CP"
        from strike in new[] { 740, 745, 750, 755, 760 }
        select new Opening($"GOOG151224{right}00{strike}000", 1 + (strike / 5 % 3), BoughtAt, null) { InHistory = true };
}
