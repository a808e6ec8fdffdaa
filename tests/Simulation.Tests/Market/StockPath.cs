namespace ExitDesk.Simulation.Tests.Market;

/// <summary>The price of one stock: straight lines between knots.</summary>
/// <param name="Symbol">Ticker.</param>
/// <param name="IsFine">True if its options are quoted in cents.</param>
/// <param name="Knots">Ascending instants with prices, USD per share; before the first and after the last it stands still.</param>
internal sealed record StockPath(string Symbol, bool IsFine, IReadOnlyList<Knot> Knots)
{
    public double PriceAt(DateTimeOffset at)
    {
        if (at <= Knots[0].At)
        {
            return Knots[0].Price;
        }

        var (low, high) = (0, Knots.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Knots[middle].At <= at ? (middle, high) : (low, middle);
        }

        if (high == Knots.Count)
        {
            return Knots[low].Price;
        }

        var (from, to) = (Knots[low], Knots[high]);
        return from.Price + ((to.Price - from.Price) * (at - from.At).Ticks / (to.At - from.At).Ticks);
    }
}
