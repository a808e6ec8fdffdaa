namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>European options on a stock with a continuous dividend yield, by Black, Scholes and Merton (1973).</summary>
/// <remarks>In double: it is a model. Prices become money, in decimal, where they are rounded to ticks. Never throws.</remarks>
/// <param name="Spot">USD per share, positive.</param>
/// <param name="Strike">USD per share, positive.</param>
/// <param name="Years">Time to expiration in years; at or below zero the option is worth what it is in the money.</param>
/// <param name="Rate">Continuous annual interest rate, a fraction.</param>
/// <param name="DividendYield">Continuous annual yield, a fraction.</param>
/// <param name="Volatility">Annual, a fraction.</param>
public readonly record struct BlackScholes(
    double Spot, double Strike, double Years, double Rate, double DividendYield, double Volatility)
{
    private const double TradingDaysOfYear = 252;
    private const double Point = 0.01;

    private double Deviation => Volatility * Math.Sqrt(Years);

    private double D1 =>
        (Math.Log(Spot / Strike) + ((Rate - DividendYield + (0.5 * Volatility * Volatility)) * Years)) / Deviation;

    private double D2 => D1 - Deviation;

    // Present values of one share and of the strike, delivered at expiration.
    private double Share => Spot * Math.Exp(-DividendYield * Years);

    private double Cash => Strike * Math.Exp(-Rate * Years);

    private bool IsOver => Years <= 0 || Volatility <= 0;

    /// <summary>USD per share, at least 0.</summary>
    public double Price(bool isCall)
    {
        var sign = isCall ? 1 : -1;
        if (IsOver)
        {
            return Math.Max(0, sign * (Years <= 0 ? Spot - Strike : Share - Cash));
        }

        var share = Share * NormalDistribution.Cumulative(sign * D1);
        var cash = Cash * NormalDistribution.Cumulative(sign * D2);
        return Math.Max(0, sign * (share - cash));
    }

    /// <summary>Greeks in the units of <see cref="OptionGreeks"/>; at expiration delta is 0 or ±1 and the rest 0.</summary>
    public OptionGreeks Greeks(bool isCall)
    {
        var sign = isCall ? 1 : -1;
        if (IsOver)
        {
            return new OptionGreeks(sign * (Spot - Strike) > 0 ? sign : 0, 0, 0, 0, 0, Volatility);
        }

        var density = NormalDistribution.Density(D1) * Math.Exp(-DividendYield * Years);
        var likelyD1 = NormalDistribution.Cumulative(sign * D1);
        var likelyD2 = NormalDistribution.Cumulative(sign * D2);
        var decay = (-Spot * density * Volatility / (2 * Math.Sqrt(Years)))
            + (sign * ((DividendYield * Share * likelyD1) - (Rate * Cash * likelyD2)));
        return new OptionGreeks(
            Delta: sign * Math.Exp(-DividendYield * Years) * likelyD1,
            Gamma: density / (Spot * Deviation),
            Theta: decay / TradingDaysOfYear,
            Vega: Spot * density * Math.Sqrt(Years) * Point,
            Rho: sign * Years * Cash * likelyD2 * Point,
            ImpliedVolatility: Volatility);
    }
}
