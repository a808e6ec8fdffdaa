using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>What the account may still spend or write. A cash account: no margin loan.</summary>
internal sealed class BuyingPower(VenueState state)
{
    /// <summary>USD, zero or more.</summary>
    public decimal Available => Math.Max(0m, state.Cash - Reserved(null) - Collateral);

    /// <summary>Cash that stands behind short options, those of live orders among them; USD.</summary>
    public decimal Collateral => Cover([], null).Collateral;

    /// <summary>Null: the order can be paid for and leaves no short option without cover.</summary>
    /// <param name="price">USD per share that a buy would cost.</param>
    /// <param name="replaced">An order whose place this one takes.</param>
    public Refusal? Judge(OrderRequest request, PositionIntent intent, decimal price, Guid? replaced)
    {
        var multiplier = state.Contracts.GetValueOrDefault(request.Symbol)?.Multiplier ?? 1;
        var before = Cover([], replaced);
        var free = state.Cash - Reserved(replaced);
        if (request.Side == OrderSide.Buy)
        {
            // What a short position set aside is there to buy it back with.
            var available = intent.Closes() ? free : free - before.Collateral;
            var cost = request.Quantity * price * multiplier;
            return cost > available ? Refusals.InsufficientBuyingPower(cost, Math.Max(0, available)) : null;
        }

        return JudgeCover(before, Cover([new HoldingChange(request.Symbol, -request.Quantity)], replaced), 0m, free);
    }

    /// <summary>Null: the legs can be paid for together and leave no short option without cover.</summary>
    /// <param name="net">USD per share and unit, negative for a credit: it pays for a part of the collateral.</param>
    public Refusal? Judge(MultiLegRequest request, int multiplier, decimal net)
    {
        var changes = request.Legs.Select(leg => new HoldingChange(leg.Symbol, leg.SignedRatio * request.Quantity));
        var cost = request.Quantity * net * multiplier;
        return JudgeCover(Cover([], null), Cover([.. changes], null), cost, state.Cash - Reserved(null));
    }

    private static Refusal? JudgeCover(ShortCover before, ShortCover after, decimal cost, decimal free)
    {
        if (after.UncoveredCalls > before.UncoveredCalls)
        {
            return Refusals.Uncovered;
        }

        var required = cost + after.Collateral - before.Collateral;
        var unspent = Math.Max(0, free - before.Collateral);
        return required > unspent ? Refusals.InsufficientBuyingPower(required, unspent) : null;
    }

    private decimal Reserved(Guid? replaced) => state.Orders.Live
        .Where(order => order.Side == OrderSide.Buy && order.Id != replaced)
        .Sum(order => order.Remaining * order.ReservedPrice * order.Multiplier);

    /// <summary>Cover as if every live sell, and some changes more, were filled.</summary>
    /// <remarks>A live multi-leg order counts only where it makes things worse: what it has not bought yet covers nothing.</remarks>
    private ShortCover Cover(IReadOnlyList<HoldingChange> more, Guid? replaced)
    {
        var sells = state.Orders.Live.Where(order => order.Side == OrderSide.Sell && !order.IsLeg && order.Id != replaced);
        var holdings = state.Positions.All.ToDictionary(p => p.Symbol, p => p.Quantity, StringComparer.Ordinal);
        holdings = After(holdings, [.. sells.Select(order => new HoldingChange(order.Symbol, -order.Remaining)), .. more]);
        var cover = CoverOf(holdings);
        foreach (var package in state.Orders.Live.Where(order => order.IsMultiLeg))
        {
            var legs = state.Orders.LegsOf(package);
            var filled = After(holdings, [.. legs.Select(leg => new HoldingChange(leg.Symbol, leg.SignedRatio * package.Remaining))]);
            if (CoverOf(filled) is var worse && worse.IsWorseThan(cover))
            {
                (holdings, cover) = (filled, worse);
            }
        }

        return cover;
    }

    private static Dictionary<string, int> After(Dictionary<string, int> holdings, IReadOnlyList<HoldingChange> changes)
    {
        var after = new Dictionary<string, int>(holdings, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            after[change.Symbol] = after.GetValueOrDefault(change.Symbol) + change.Quantity;
        }

        return after;
    }

    private ShortCover CoverOf(Dictionary<string, int> holdings)
    {
        var options = new Dictionary<ListedContract, int>();
        foreach (var (symbol, held) in holdings)
        {
            if (state.Contracts.TryGetValue(symbol, out var contract))
            {
                options[contract] = held;
            }
        }

        return ShortCover.Of(options, symbol => holdings.GetValueOrDefault(symbol));
    }
}
