namespace ExitDesk.Domain.Pricing;

/// <summary>The standard normal distribution.</summary>
/// <remarks>
/// Hart's rational approximation as given by Graeme West, "Better approximations to cumulative normal functions" (Wilmott
/// magazine, 2005): double precision over the whole line, tails included.
/// </remarks>
public static class NormalDistribution
{
    private const double RootOfTwoPi = 2.5066282746310002;
    private const double TailFrom = 7.07106781186547;
    private const double NothingFrom = 37;

    /// <summary>N(x): the probability of a value up to x. Infinities give 0 and 1.</summary>
    public static double Cumulative(double x)
    {
        var distance = Math.Abs(x);
        var upper = distance > NothingFrom ? 0 : Math.Exp(-distance * distance / 2) * (distance < TailFrom ? Centre(distance) : Tail(distance));
        return x > 0 ? 1 - upper : upper;
    }

    /// <summary>φ(x): the density at x.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / RootOfTwoPi;

    private static double Centre(double x)
    {
        var above = 3.52624965998911e-02;
        above = (above * x) + 0.700383064443688;
        above = (above * x) + 6.37396220353165;
        above = (above * x) + 33.912866078383;
        above = (above * x) + 112.079291497871;
        above = (above * x) + 221.213596169931;
        above = (above * x) + 220.206867912376;
        var below = 8.83883476483184e-02;
        below = (below * x) + 1.75566716318264;
        below = (below * x) + 16.064177579207;
        below = (below * x) + 86.7807322029461;
        below = (below * x) + 296.564248779674;
        below = (below * x) + 637.333633378831;
        below = (below * x) + 793.826512519948;
        below = (below * x) + 440.413735824752;
        return above / below;
    }

    private static double Tail(double x) => 1 / (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) / RootOfTwoPi;
}
