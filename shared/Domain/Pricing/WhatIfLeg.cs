using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Pricing;

/// <summary>One option leg as it is quoted now.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Quote">Null if there is none.</param>
/// <param name="FeedVolatility">The feed's implied volatility, a yearly fraction; used where the mid has none. Null if unknown.</param>
public sealed record WhatIfLeg(OptionContract Contract, Quote? Quote, decimal? FeedVolatility = null);
