namespace ExitDesk.Domain.Quotes;

/// <summary>What the market says of one option.</summary>
/// <param name="Quote">Null if none.</param>
/// <param name="Greeks">Null if the feed has none, as for contracts that hardly trade.</param>
/// <param name="ImpliedVolatility">A year's, as a fraction (0.25 = 25 %), above 0; null if the feed has none.</param>
/// <param name="Feed">Where it comes from, <c>indicative</c> or <c>opra</c>: recorded with each decision.</param>
public sealed record OptionSnapshot(Quote? Quote, Greeks? Greeks, decimal? ImpliedVolatility, string Feed);
