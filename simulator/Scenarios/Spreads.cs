using ExitDesk.Simulator.Venue;
using static ExitDesk.Simulator.Scenarios.Story;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// Structures with days or weeks to go. On the first day AAPL's put credit spread takes its profit, MSFT's call debit spread and QCOM's
/// cash-secured put stop out, and SPY's iron condor, KO's covered calls, TSLA's straddle and AMZN's put spread come through. With three
/// days, the short leg of AMZN's spread is assigned in the first night: shares come, the long put stays behind; and
/// KO pays a dividend on its shares at the second open.
/// </summary>
public static class Spreads
{
    public const string Name = "spreads";

    private static readonly DateOnly Date = new(2026, 12, 7);
    private static readonly DateOnly Near = new(2026, 12, 18);
    private static readonly DateOnly Far = new(2027, 1, 15);

    /// <param name="seed">Of the market.</param>
    /// <param name="days">Sessions to play.</param>
    public static Scenario Create(int seed, int days = 1) => new Story(Name, Date, seed, days)
        .Stock("AAPL", 230, 0.28, Near, [220, 225], (9, 45, 0), (10, 30, 0.004), (12, 0, 0.035), (13, 0, 0.045), (16, 0, 0.04))
        .Stock("MSFT", 430, 0.25, Near, [430, 440], (9, 45, 0), (10, 30, 0.003), (12, 30, -0.015), (13, 30, -0.03), (16, 0, -0.025))
        .Stock("QCOM", 160, 0.35, Near, [155], (9, 45, 0), (11, 0, -0.01), (13, 0, -0.05), (14, 30, -0.08), (16, 0, -0.075))
        .Stock("SPY", 590, 0.14, Far, [560, 570, 610, 620], (9, 45, 0), (11, 0, 0.002), (13, 0, 0.001), (16, 0, 0.002)).Then(1, (9, 30, 0.003), (16, 0, 0.002)).Then(2, (9, 30, 0.002), (16, 0, 0.004))
        .Stock("KO", 64, 0.15, Near, [65], (9, 45, 0), (12, 0, 0.002), (16, 0, 0.003)).Then(1, (9, 30, -0.006), (16, 0, -0.004)).Then(2, (9, 30, -0.004), (16, 0, -0.002))
        .Stock("TSLA", 340, 0.55, Far, [340], (9, 45, 0), (10, 30, 0.004), (12, 0, -0.004), (14, 0, 0.005), (16, 0, 0.004)).Then(1, (9, 30, -0.004), (12, 0, 0.004), (16, 0, 0.002)).Then(2, (9, 30, 0.003), (12, 0, -0.003), (16, 0, 0.002))
        .Stock("AMZN", 200, 0.33, Near, [190, 200], (9, 45, 0), (11, 0, -0.003), (13, 0, -0.006), (16, 0, -0.01)).Then(1, (9, 30, -0.012), (16, 0, -0.008)).Then(2, (9, 30, -0.006), (16, 0, -0.004))
        .Hold("AAPL 225/220 put credit spread", 9, 45, (Put("AAPL", 225, Near), -4), (Put("AAPL", 220, Near), 4))
        .Hold("MSFT 430/440 call debit spread", 9, 45, (Call("MSFT", 430, Near), 3), (Call("MSFT", 440, Near), -3))
        .Hold(9, 45, Put("QCOM", 155, Near), -2)
        .Hold("SPY 560/570/610/620 iron condor", 9, 45,
            (Put("SPY", 560, Far), 2), (Put("SPY", 570, Far), -2), (Call("SPY", 610, Far), -2), (Call("SPY", 620, Far), 2))
        .Hold("KO covered calls", 9, 45, ("KO", 200), (Call("KO", 65, Near), -2))
        .Hold("TSLA 340 straddle", 9, 45, (Call("TSLA", 340, Far), 1), (Put("TSLA", 340, Far), 1))
        .Hold("AMZN 200/190 put credit spread", 9, 45, (Put("AMZN", 200, Near), -1), (Put("AMZN", 190, Near), 1))
        .Pays("KO", 1, 0.51m)
        .Happens(0, 20, 0, "AMZN 200 P is assigned", venue => AssignIfHeld(venue, Put("AMZN", 200, Near)))
        .Create(null);

    private static void AssignIfHeld(SimulatedVenue venue, string symbol)
    {
        if (venue.Position(symbol) is { Position.IsLong: false })
        {
            venue.Assign(symbol);
        }
    }
}
