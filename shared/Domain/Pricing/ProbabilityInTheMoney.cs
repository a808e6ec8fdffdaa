using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Pricing;

/// <summary>The probability of finishing in the money: N(d₂) for calls, N(−d₂) for puts.</summary>
/// <remarks>Of a world without drift, as <see cref="BlackScholes"/> has it. To be shown, not to decide.</remarks>
public static class ProbabilityInTheMoney
{
    /// <summary>A fraction from 0 to 1. With no time or volatility left it is certain: 1 in the money, else 0.</summary>
    /// <param name="right">Call or put.</param>
    /// <param name="underlying">USD per share.</param>
    /// <param name="strike">USD per share, above 0.</param>
    /// <param name="years">From now to the instant asked about, as <see cref="TradingYear"/> counts them.</param>
    /// <param name="volatility">A yearly fraction.</param>
    public static decimal Of(OptionRight right, decimal underlying, decimal strike, double years, decimal volatility)
    {
        var model = new LogNormal((double)underlying, (double)strike, years, (double)volatility, 0);
        if (model.IsCertain && underlying == strike)
        {
            return 0;
        }

        return (decimal)model.ProbabilityInTheMoney(right);
    }
}
