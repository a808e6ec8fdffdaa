namespace ExitDesk.Domain.Pricing;

/// <summary>How an option's price answers to its surroundings, for a long option, USD per share.</summary>
/// <param name="Delta">Per dollar of the underlying: 0 to 1 for calls, −1 to 0 for puts.</param>
/// <param name="Gamma">Change of delta per dollar of the underlying, 0 or more.</param>
/// <param name="Theta">Per trading day that passes, mostly negative.</param>
/// <param name="Vega">Per point of volatility (0.01), 0 or more.</param>
public readonly record struct OptionGreeks(decimal Delta, decimal Gamma, decimal Theta, decimal Vega);
