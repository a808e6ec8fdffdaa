using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Exits;

/// <summary>What the market says of one leg that a close trades.</summary>
/// <param name="Quote">Null if there is none.</param>
/// <param name="UnderlyingMoved">How far the underlying has moved since the quote, as a fraction, any sign; null if unknown.</param>
/// <param name="Delta">USD per share of one long option for one USD of the underlying; null without greeks.</param>
public readonly record struct LegQuote(Quote? Quote, decimal? UnderlyingMoved = null, decimal? Delta = null);
