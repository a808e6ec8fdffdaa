using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Pricing;

/// <summary>The volatility at which the model's price is the market's.</summary>
public static class ImpliedVolatility
{
    private const double Lowest = 1e-4;
    private const double Highest = 50;
    private const int MostSteps = 200;

    /// <summary>Solves by Newton's method, kept between two bounds that close in on the answer.</summary>
    /// <param name="price">USD per share, usually the mid.</param>
    /// <returns>
    /// A yearly fraction from 0.0001 to 50, counted in <see cref="TradingYear"/>s. Null if there is none: no time left, a price
    /// at or below the intrinsic value, or one that no volatility reaches.
    /// </returns>
    public static decimal? Solve(OptionRight right, decimal price, decimal underlying, decimal strike, double years, decimal rate = 0)
    {
        var target = (double)price;
        var (spot, at, interest) = ((double)underlying, (double)strike, (double)rate);
        var (low, high) = (Lowest, Highest);
        var lowest = new LogNormal(spot, at, years, low, interest);
        if (lowest.IsCertain || target <= lowest.Intrinsic(right) || target >= lowest.Ceiling(right)
            || lowest.Price(right) > target || new LogNormal(spot, at, years, high, interest).Price(right) < target)
        {
            return null;
        }

        var guess = Math.Clamp(StartingPoint(spot, at, years), low, high);
        for (var step = 0; step < MostSteps && high - low > 1e-14 * high; step++)
        {
            var model = new LogNormal(spot, at, years, guess, interest);
            var excess = model.Price(right) - target;
            if (excess == 0)
            {
                break;
            }

            (low, high) = excess > 0 ? (low, guess) : (guess, high);
            var newton = guess - (excess / model.Vega);
            var next = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.Abs(next - guess) <= 1e-13 * guess)
            {
                break;
            }

            guess = next;
        }

        return (decimal)guess;
    }

    // The price is convex below and concave above the volatility of greatest vega: from there Newton's steps do not overshoot.
    private static double StartingPoint(double spot, double strike, double years) =>
        Math.Max(Math.Sqrt(2 * Math.Abs(Math.Log(spot / strike)) / years), 0.1);
}
