using static ExitDesk.Simulator.Scenarios.Story;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// A day on which everything held expires and the broker takes one leg out of two structures, with plain orders and without asking: at
/// 11:00 it buys back the short put of AAPL's spread, which leaves a long put alone, and at 13:30 the short call of SPY's iron condor,
/// which leaves a put spread and a long call. Stops and targets are off. What is left is out of the money and would expire.
/// </summary>
public static class Orphan
{
    public const string Name = "orphan";

    private static readonly DateOnly Date = new(2026, 11, 20);

    /// <param name="seed">Of the market.</param>
    /// <param name="days">Sessions to play.</param>
    public static Scenario Create(int seed, int days = 1) => new Story(Name, Date, seed, days)
        .Stock("AAPL", 230, 0.28, Date, [220, 225], (10, 30, -0.004), (11, 0, -0.006), (12, 30, 0.002), (14, 30, 0.006), (15, 0, 0.007), (16, 0, 0.008))
        .Stock("SPY", 590, 0.14, Date, [577, 582, 598, 603],
            (10, 30, 0.002), (12, 0, 0.004), (13, 0, 0.005), (13, 30, 0.006), (14, 15, 0.004), (14, 45, 0.002), (15, 15, 0.001), (16, 0, 0))
        .Hold("AAPL 225/220 put spread", 9, 45, (Put("AAPL", 225, Date), -4), (Put("AAPL", 220, Date), 4))
        .Hold("SPY 577/582/598/603 iron condor", 9, 45,
            (Put("SPY", 577, Date), 2), (Put("SPY", 582, Date), -2), (Call("SPY", 598, Date), -2), (Call("SPY", 603, Date), 2))
        .Happens(0, 11, 0, "the broker buys back AAPL 225 P by itself", venue => venue.Liquidate(Put("AAPL", 225, Date)))
        .Happens(0, 13, 30, "the broker buys back SPY 598 C by itself", venue => venue.Liquidate(Call("SPY", 598, Date)))
        .Create(LadderAlone.Plan("AAPL", "SPY"));
}
