namespace ExitDesk.Simulator.Market;

/// <summary>Sensitivities of one option, per share of the underlying, long side.</summary>
/// <param name="Delta">USD per USD of the underlying: 0 to 1 for calls, −1 to 0 for puts.</param>
/// <param name="Gamma">Change of delta per USD of the underlying.</param>
/// <param name="Theta">USD per trading day that passes, negative for most long options.</param>
/// <param name="Vega">USD per point (0.01) of volatility.</param>
/// <param name="Rho">USD per point (0.01) of the interest rate.</param>
/// <param name="ImpliedVolatility">Annual, a fraction: 0.25 is 25 %.</param>
public sealed record OptionGreeks(
    double Delta, double Gamma, double Theta, double Vega, double Rho, double ImpliedVolatility);
