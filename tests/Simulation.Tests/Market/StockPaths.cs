using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Market;

/// <summary>Draws what the stocks of a day do.</summary>
internal static class StockPaths
{
    /// <summary>Tickers: one whose options are quoted in cents and trade longer on their last day, one of all others.</summary>
    public static readonly string[] Symbols = ["GOOG", "SPY"];

    public static IReadOnlyList<StockPath> Draw(Draw draw, TradingDay day, TradingDay next, DateTimeOffset turn)
    {
        var regime = draw.Of([Regime.Calm, Regime.Calm, Regime.Crash, Regime.Crash, Regime.Rally, Regime.Gap, Regime.Whipsaw]);
        return [.. Symbols.Select(symbol => PathOf(symbol, regime, draw, day, next, turn))];
    }

    private static StockPath PathOf(string symbol, Regime regime, Draw draw, TradingDay day, TradingDay next, DateTimeOffset turn)
    {
        var price = symbol == "SPY" ? 400.0 : 150.0;
        price *= regime == Regime.Gap ? draw.Between(0.93, 1.07) : draw.Between(0.99, 1.01);
        var knots = new List<Knot>();
        for (var at = day.Open; at < day.Close; at = at.AddMinutes(15))
        {
            knots.Add(new Knot(at, price));
            price *= draw.Between(0.998, 1.002);
            if (at <= turn && turn < at.AddMinutes(15))
            {
                price = Turn(knots, regime, draw, turn, price);
            }
        }

        knots.Add(new Knot(day.Close, price));
        knots.Add(new Knot(next.Open, price * draw.Between(0.98, 1.02)));
        return new StockPath(symbol, symbol == "SPY", [.. knots.OrderBy(knot => knot.At)]);
    }

    private static double Turn(List<Knot> knots, Regime regime, Draw draw, DateTimeOffset turn, double price)
    {
        var size = draw.Between(0.015, 0.08);
        var end = turn.AddSeconds(draw.Between(5.0, 150.0));
        var after = regime switch
        {
            Regime.Crash => price * (1 - size),
            Regime.Rally => price * (1 + size),
            Regime.Whipsaw => price * draw.Between(0.995, 1.005),
            Regime.Calm or Regime.Gap => price,
        };
        knots.Add(new Knot(turn, price));
        if (regime == Regime.Whipsaw)
        {
            knots.Add(new Knot(turn.AddSeconds(20), price * (1 - size)));
        }

        knots.Add(new Knot(regime == Regime.Whipsaw ? turn.AddSeconds(60) : end, after));
        return after;
    }
}
