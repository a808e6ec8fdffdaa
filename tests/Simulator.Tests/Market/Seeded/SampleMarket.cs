using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Tests.Market.Seeded;

/// <summary>A market with an index fund, a scripted stock and a stock of the nickel class.</summary>
internal static class SampleMarket
{
    public static readonly DateOnly Date = new(2026, 11, 20);

    public static SeededMarketSpec Spec { get; } = new(
        Seed: 7,
        Date,
        Rate: 0.04,
        [
            new("SPY", 600m, 0.16, 0.012, TickGrid.AlwaysPenny, [],
                [Date, new(2026, 11, 27), new(2027, 1, 15)],
                [.. Enumerable.Range(0, 41).Select(step => 500m + (5m * step))]),
            new("ACME", 50m, 0.45, 0, TickGrid.Penny,
                [new(new TimeOnly(11, 0), -0.04), new(new TimeOnly(15, 0), -0.02)],
                [Date, new(2026, 12, 18)],
                [.. Enumerable.Range(0, 21).Select(step => 40m + step)]),
            new("DULL", 30m, 0.25, 0.03, TickGrid.Nickel, [],
                [new(2026, 12, 18)],
                [.. Enumerable.Range(0, 9).Select(step => 20m + (2.5m * step))]),
        ],
        Sessions: 2);

    public static SeededMarket Create() => new(Spec);

    /// <summary>Instants over both sessions, from before the first open on.</summary>
    public static IEnumerable<DateTimeOffset> Instants(SeededMarket market, int everySeconds) =>
        from day in market.Days
        from second in Enumerable.Range(-1, (int)(day.Close - day.Open).TotalSeconds / everySeconds)
        select day.Open.AddSeconds(second * everySeconds);
}
