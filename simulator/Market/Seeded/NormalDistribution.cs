namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private static readonly double[] Numerator =
    [
        3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
        112.079291497871, 221.213596169931, 220.206867912376,
    ];

    private static readonly double[] Denominator =
    [
        8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
        296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
    ];

    public static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>Probability of a value at or below <paramref name="x"/>, to about 15 digits.</summary>
    /// <remarks>Hart's rational approximation, Computer Approximations (1968), algorithm 5666, as given by G. West,
    /// Better approximations to cumulative normal functions, Wilmott (2005).</remarks>
    public static double Cumulative(double x)
    {
        var distance = Math.Abs(x);
        var tail = distance > 37 ? 0 : Tail(distance);
        return x > 0 ? 1 - tail : tail;
    }

    private static double Tail(double x)
    {
        var exponential = Math.Exp(-0.5 * x * x);
        if (x < 7.07106781186547)
        {
            return exponential * Polynomial(Numerator, x) / Polynomial(Denominator, x);
        }

        var fraction = x + 0.65;
        for (var term = 4; term >= 1; term--)
        {
            fraction = x + (term / fraction);
        }

        return exponential / fraction / Math.Sqrt(2 * Math.PI);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
