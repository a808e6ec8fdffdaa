namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Quotes and trades of a made-up stock.</summary>
internal sealed class SeededStock(
    SeededUnderlying terms, SeededSessions calendar, int seed, IReadOnlyList<CorporateAction> actions)
{
    private const decimal Cent = 0.01m;
    private const int RoundLot = 100;
    private const double HalfSpread = 0.0001;
    private const double TradesPerSecond = 0.4;

    private readonly StockPath _path = new(terms, calendar, seed, actions);
    private readonly SeededNoise _noise = new(seed, $"stock {terms.Symbol}");

    public SeededUnderlying Terms => terms;

    /// <summary>USD per share, not rounded.</summary>
    public double SpotAt(int session, int second) => _path.At(session, second);

    /// <summary>A quote each second: 2 basis points wide at 25 % volatility, a cent at least.</summary>
    public MarketQuote QuoteAt(int session, int second)
    {
        var spot = (decimal)SpotAt(session, second);
        var half = spot * (decimal)(HalfSpread * terms.AnnualVolatility / 0.25);
        var bid = Math.Max(Cent, Math.Floor((spot - half) / Cent) * Cent);
        var ask = Math.Max(bid + Cent, Math.Ceiling((spot + half) / Cent) * Cent);
        var index = Index(session, second);
        return new MarketQuote(bid, Lots(index), ask, Lots(index + 1), calendar.InstantOf(session, second));
    }

    /// <summary>The last trade; the first second of a session always has one.</summary>
    public MarketTrade TradeAt(int session, int second)
    {
        while (second > 0 && _noise.Uniform(Index(session, second) + 2) > TradesPerSecond)
        {
            second--;
        }

        var price = Math.Max(Cent, Math.Round((decimal)SpotAt(session, second), 2));
        var size = 1 + _noise.Below(3 * RoundLot, Index(session, second) + 3);
        return new MarketTrade(price, size, calendar.InstantOf(session, second));
    }

    private int Lots(long index) => RoundLot * (1 + _noise.Below(9, index));

    // Four draws a second.
    private static long Index(int session, int second) => (((long)session << 20) + second) * 4;
}
