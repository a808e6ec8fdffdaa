using static ExitDesk.Simulator.Scenarios.Story;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// The day after Thanksgiving: the market closes at 13:00, and all that expires that day has its last safe exit in the morning, at 12:00, or
/// at 12:15 for SPY. Stops and targets are off. AAPL and SPY are in the money and closed at 11:55 and 12:10; MSFT, just out of the
/// money, and QCOM's put spread, a little further out, at 11:58; NVDA expires worthless; META expires in December and is left alone.
/// </summary>
public static class EarlyClose
{
    public const string Name = "early-close";

    private static readonly DateOnly Date = new(2026, 11, 27);
    private static readonly DateOnly December = new(2026, 12, 18);

    /// <param name="seed">Of the market.</param>
    /// <param name="days">Sessions to play.</param>
    public static Scenario Create(int seed, int days = 1) => new Story(Name, Date, seed, days)
        .Stock("AAPL", 230, 0.28, Date, [225], (10, 30, 0.003), (11, 30, 0.004), (12, 0, 0.004), (13, 0, 0.002))
        .Stock("MSFT", 430, 0.25, Date, [435], (10, 30, 0.003), (11, 20, 0.006), (11, 30, 0.006), (11, 40, 0.0055), (11, 50, 0.006), (11, 55, 0.006), (12, 0, 0.0062), (13, 0, 0.015))
        .Stock("QCOM", 162, 0.35, Date, [155, 160], (10, 30, 0.002), (11, 20, 0), (11, 30, 0), (11, 45, -0.001), (11, 55, 0), (12, 0, 0), (13, 0, 0.004))
        .Stock("NVDA", 140, 0.45, Date, [150], (10, 30, 0.004), (11, 30, 0.002), (12, 0, 0.001), (13, 0, -0.005))
        .Stock("META", 600, 0.32, December, [600], (10, 30, 0.002), (11, 30, 0.003), (12, 0, 0.002), (13, 0, 0.004))
        .Stock("SPY", 590, 0.14, Date, [592], (10, 30, -0.001), (11, 45, -0.001), (12, 0, -0.001), (12, 15, -0.001), (13, 0, 0))
        .Hold(9, 45, Call("AAPL", 225, Date), 3)
        .Hold(9, 45, Call("MSFT", 435, Date), 4)
        .Hold("QCOM 160/155 put spread", 9, 45, (Put("QCOM", 160, Date), -3), (Put("QCOM", 155, Date), 3))
        .Hold(9, 45, Call("NVDA", 150, Date), 10)
        .Hold(9, 45, Call("META", 600, December), 1)
        .Hold(9, 45, Put("SPY", 592, Date), 3)
        .Create(LadderAlone.Plan("AAPL", "MSFT", "QCOM", "NVDA", "META", "SPY"));
}
