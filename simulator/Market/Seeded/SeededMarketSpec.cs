namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Everything a made-up market is made of: the same specification gives the same quotes, byte for byte.</summary>
/// <param name="Seed">Any number.</param>
/// <param name="Date">First session, a New York trading day.</param>
/// <param name="Rate">Continuous annual interest rate, a fraction.</param>
/// <param name="Underlyings">Stocks with their options.</param>
/// <param name="Sessions">How many sessions in a row.</param>
/// <param name="Actions">Dividends and splits after the first session, at most one split for each stock; null: none.</param>
public sealed record SeededMarketSpec(
    int Seed,
    DateOnly Date,
    double Rate,
    IReadOnlyList<SeededUnderlying> Underlyings,
    int Sessions = 1,
    IReadOnlyList<CorporateAction>? Actions = null)
{
    /// <summary>All that is wrong with it, each naming its place and what is expected; empty: valid.</summary>
    public IReadOnlyList<string> Problems() => SeededSpecCheck.Of(this);
}
