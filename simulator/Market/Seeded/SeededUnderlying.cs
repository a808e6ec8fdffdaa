namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>A made-up stock and the option chain on it: every expiration has a call and a put at every strike.</summary>
/// <param name="Symbol">Ticker symbol, 1 to 6 upper case letters and digits.</param>
/// <param name="StartPrice">USD per share at the first open.</param>
/// <param name="AnnualVolatility">Of the stock and, at the money and far from expiration, of its options; a fraction.</param>
/// <param name="DividendYield">Continuous annual yield, a fraction.</param>
/// <param name="Ticks">Grid of the options' prices.</param>
/// <param name="Script">Prices to pass through, ascending; empty: the stock wanders freely.</param>
/// <param name="Expirations">New York trading days.</param>
/// <param name="Strikes">USD per share.</param>
/// <param name="Multiplier">Shares per contract.</param>
public sealed record SeededUnderlying(
    string Symbol,
    decimal StartPrice,
    double AnnualVolatility,
    double DividendYield,
    TickGrid Ticks,
    IReadOnlyList<DriftPoint> Script,
    IReadOnlyList<DateOnly> Expirations,
    IReadOnlyList<decimal> Strikes,
    int Multiplier = 100);
