using ExitDesk.Domain.Pricing;

namespace ExitDesk.Engine.Market;

/// <summary>A position as it would stand after a move of its underlying.</summary>
/// <param name="Look">Repriced, at that price and time.</param>
/// <param name="ValueNow">What closing brings (positive) or costs (negative) now, USD per share; null if its closing side is not quoted.</param>
/// <param name="Legs">Its option legs; empty for stock.</param>
public sealed record HypotheticalLook(PositionLook Look, decimal? ValueNow, IReadOnlyList<RepricedLeg> Legs);
