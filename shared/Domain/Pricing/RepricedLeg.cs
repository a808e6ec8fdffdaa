using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Pricing;

/// <summary>One option leg as it might be quoted.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Value">Theoretical, USD per share; null if it could not be repriced.</param>
/// <param name="Quote">The value with today's half-spread on either side, no bid below 0; null if it could not be repriced.</param>
/// <param name="Volatility">The one held, a yearly fraction; null if there is none.</param>
/// <param name="Gap">Why it could not be repriced; null if it was.</param>
public sealed record RepricedLeg(OptionContract Contract, decimal? Value, Quote? Quote, decimal? Volatility, RepricingGap? Gap)
{
    public static RepricedLeg Missing(OptionContract contract, RepricingGap gap) => new(contract, null, null, null, gap);
}
