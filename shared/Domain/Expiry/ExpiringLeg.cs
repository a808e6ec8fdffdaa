using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Expiry;

/// <summary>One option leg of a structure, as the ladder sees it.</summary>
/// <param name="Contract">Any expiration; legs that live on are passed over.</param>
/// <param name="ImpliedVolatility">A yearly fraction, 0.25 is 25 %; null if unknown.</param>
public readonly record struct ExpiringLeg(OptionContract Contract, decimal? ImpliedVolatility);
