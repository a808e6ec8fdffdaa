using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Pricing;

/// <summary>Theoretical prices of options after Black and Scholes (1973).</summary>
/// <remarks>
/// European exercise and no dividends: an American put deep in the money, or a call before a dividend, is worth more than this
/// says. Good enough for "what if" and for probabilities, and never used to decide a close. Without time or volatility a price
/// is its intrinsic value; no argument in range gives an infinity or no number. Inside it is double, outside decimal.
/// </remarks>
public static class BlackScholes
{
    /// <summary>The price, USD per share, 0 or more.</summary>
    /// <param name="right">Call or put.</param>
    /// <param name="underlying">USD per share, 0 or more.</param>
    /// <param name="strike">USD per share, above 0.</param>
    /// <param name="years">As <see cref="TradingYear"/> counts them; none if negative.</param>
    /// <param name="volatility">A yearly fraction, 0.25 is 25 %; none if negative.</param>
    /// <param name="rate">Of interest, a yearly fraction; 0 unless wanted, which over days hardly matters.</param>
    public static decimal Price(OptionRight right, decimal underlying, decimal strike, double years, decimal volatility, decimal rate = 0) =>
        Rim(new LogNormal((double)underlying, (double)strike, years, (double)volatility, (double)rate).Price(right));

    /// <summary>The greeks, with the parameters of <see cref="Price"/>. Without time or volatility delta is a step, ±0.5 at the strike.</summary>
    public static OptionGreeks Greeks(OptionRight right, decimal underlying, decimal strike, double years, decimal volatility, decimal rate = 0)
    {
        var model = new LogNormal((double)underlying, (double)strike, years, (double)volatility, (double)rate);
        return new(Rim(model.Delta(right)), Rim(model.Gamma), Rim(model.Theta(right) / TradingYear.Sessions), Rim(model.Vega / 100));
    }

    // Doubles beyond the decimals' range do not occur for listed contracts; cut off, they stay numbers.
    private static decimal Rim(double value) => (decimal)Math.Clamp(value, -1e20, 1e20);
}
