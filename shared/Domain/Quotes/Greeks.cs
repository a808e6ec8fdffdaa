namespace ExitDesk.Domain.Quotes;

/// <summary>Sensitivities of a long option of one share. Each is null if the feed left it out.</summary>
/// <param name="Delta">USD per share for one USD of the underlying: 0 to 1 for calls, −1 to 0 for puts.</param>
/// <param name="Gamma">Change of delta, per share, for one USD of the underlying; 0 or more.</param>
/// <param name="Theta">USD per share and calendar day, as a rule negative.</param>
/// <param name="Vega">USD per share for one point of implied volatility (0.01).</param>
/// <param name="Rho">USD per share for one point of interest (0.01).</param>
public readonly record struct Greeks(decimal? Delta, decimal? Gamma, decimal? Theta, decimal? Vega, decimal? Rho);
