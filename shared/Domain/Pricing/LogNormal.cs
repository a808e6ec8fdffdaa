using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Pricing;

/// <summary>One option in a world where its underlying's logarithm is normal at expiration. Doubles; total.</summary>
internal readonly struct LogNormal
{
    /// <summary>Below this standard deviation the future is taken as certain.</summary>
    private const double Certainty = 1e-12;

    private readonly double _underlying;
    private readonly double _discountedStrike;
    private readonly double _years;
    private readonly double _volatility;
    private readonly double _rate;
    private readonly double _d1;
    private readonly double _d2;

    public LogNormal(double underlying, double strike, double years, double volatility, double rate)
    {
        _underlying = Math.Max(underlying, 0);
        _years = Math.Max(years, 0);
        _volatility = Math.Max(volatility, 0);
        _rate = rate;
        _discountedStrike = strike * Math.Exp(-rate * _years);
        var deviation = _volatility * Math.Sqrt(_years);
        IsCertain = deviation < Certainty || _underlying <= 0 || _discountedStrike <= 0;
        _d1 = IsCertain ? Sign(_underlying - _discountedStrike) : (Math.Log(_underlying / _discountedStrike) / deviation) + (deviation / 2);
        _d2 = IsCertain ? _d1 : _d1 - deviation;
    }

    /// <summary>True if nothing is left to chance: no time, no volatility, or no price.</summary>
    public bool IsCertain { get; }

    /// <summary>Change of delta per dollar.</summary>
    public double Gamma => IsCertain ? 0 : NormalDistribution.Density(_d1) / (_underlying * _volatility * Math.Sqrt(_years));

    /// <summary>Per 1.00 of volatility.</summary>
    public double Vega => IsCertain ? 0 : _underlying * NormalDistribution.Density(_d1) * Math.Sqrt(_years);

    /// <summary>Under the risk-neutral measure; at the strike with nothing left to chance, one half.</summary>
    public double ProbabilityInTheMoney(OptionRight right) => right switch
    {
        OptionRight.Call => NormalDistribution.Cumulative(_d2),
        OptionRight.Put => NormalDistribution.Cumulative(-_d2),
    };

    public double Price(OptionRight right)
    {
        if (IsCertain)
        {
            return Intrinsic(right);
        }

        var price = right switch
        {
            OptionRight.Call => (_underlying * NormalDistribution.Cumulative(_d1)) - (_discountedStrike * NormalDistribution.Cumulative(_d2)),
            OptionRight.Put => (_discountedStrike * NormalDistribution.Cumulative(-_d2)) - (_underlying * NormalDistribution.Cumulative(-_d1)),
        };

        // The difference of two large numbers may miss the bound by their last digit.
        return Math.Max(price, Intrinsic(right));
    }

    /// <summary>What is certain to be had: the discounted payoff at the forward.</summary>
    public double Intrinsic(OptionRight right) => right switch
    {
        OptionRight.Call => Math.Max(_underlying - _discountedStrike, 0),
        OptionRight.Put => Math.Max(_discountedStrike - _underlying, 0),
    };

    /// <summary>What the price cannot exceed.</summary>
    public double Ceiling(OptionRight right) => right switch
    {
        OptionRight.Call => _underlying,
        OptionRight.Put => _discountedStrike,
    };

    public double Delta(OptionRight right) => right switch
    {
        OptionRight.Call => NormalDistribution.Cumulative(_d1),
        OptionRight.Put => -NormalDistribution.Cumulative(-_d1),
    };

    /// <summary>Per year that passes.</summary>
    public double Theta(OptionRight right)
    {
        var decay = IsCertain ? 0 : -_underlying * NormalDistribution.Density(_d1) * _volatility / (2 * Math.Sqrt(_years));
        var interest = _rate * _discountedStrike;
        return right switch
        {
            OptionRight.Call => decay - (interest * NormalDistribution.Cumulative(_d2)),
            OptionRight.Put => decay + (interest * NormalDistribution.Cumulative(-_d2)),
        };
    }

    private static double Sign(double difference) => difference switch
    {
        > 0 => double.PositiveInfinity,
        < 0 => double.NegativeInfinity,
        _ => 0,
    };
}
