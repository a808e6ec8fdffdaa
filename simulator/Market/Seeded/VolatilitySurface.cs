namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Implied volatility by strike and time: higher near expiration, a smile, and a skew towards low strikes.</summary>
/// <remarks>
/// atm(t) = σ × (1 + 0.10 × e^(−t / month)); volatility = atm × (1 − 0.06 z + 0.02 z²), with z = 3 tanh(d / 3) and d the
/// distance ln(strike / spot) in standard deviations over t plus a day. The added day keeps the wings finite on the day of
/// expiration; they flatten without a kink, for a kink would be a free butterfly.
/// </remarks>
public static class VolatilitySurface
{
    private const double Day = 1.0 / 252;
    private const double Month = 21 * Day;
    private const double NearExpiration = 0.10;
    private const double Skew = -0.06;
    private const double Curvature = 0.02;
    private const double Wing = 3;

    /// <summary>Annual implied volatility, a fraction, positive.</summary>
    public static double At(double volatility, double spot, double strike, double years)
    {
        var z = Wing * Math.Tanh(Distance(volatility, spot, strike, years) / Wing);
        return AtTheMoney(volatility, years) * (1 + (Skew * z) + (Curvature * z * z));
    }

    /// <summary>How far a strike is from the spot, in standard deviations; negative below it.</summary>
    public static double Distance(double volatility, double spot, double strike, double years) =>
        Math.Log(strike / spot) / (AtTheMoney(volatility, years) * Math.Sqrt(years + Day));

    private static double AtTheMoney(double volatility, double years) =>
        volatility * (1 + (NearExpiration * Math.Exp(-years / Month)));
}
