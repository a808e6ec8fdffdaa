using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>What the account may still spend or write. A cash account: no margin loan.</summary>
internal sealed class BuyingPower(VenueState state)
{
    /// <summary>USD, zero or more.</summary>
    public decimal Available => Math.Max(0m, state.Cash - Reserved(null) - Cover(null, 0).Collateral);

    /// <summary>Null: the order can be paid for and leaves no short option without cover.</summary>
    /// <param name="price">USD per share that a buy would cost.</param>
    /// <param name="replaced">An order whose place this one takes.</param>
    public Refusal? Judge(OrderRequest request, PositionIntent intent, decimal price, Guid? replaced)
    {
        var multiplier = state.Contracts.GetValueOrDefault(request.Symbol)?.Multiplier ?? 1;
        var free = state.Cash - Reserved(replaced);
        if (request.Side == OrderSide.Buy)
        {
            // What a short position set aside is there to buy it back with.
            var available = intent.Closes() ? free : free - Cover(null, 0, replaced).Collateral;
            var cost = request.Quantity * price * multiplier;
            return cost > available ? Refusals.InsufficientBuyingPower(cost, Math.Max(0, available)) : null;
        }

        var before = Cover(null, 0, replaced);
        var after = Cover(request.Symbol, request.Quantity, replaced);
        if (after.UncoveredCalls > before.UncoveredCalls)
        {
            return Refusals.Uncovered;
        }

        var required = after.Collateral - before.Collateral;
        var unspent = Math.Max(0, free - before.Collateral);
        return required > unspent ? Refusals.InsufficientBuyingPower(required, unspent) : null;
    }

    private decimal Reserved(Guid? replaced) => state.Orders.Live
        .Where(order => order.Side == OrderSide.Buy && order.Id != replaced)
        .Sum(order => order.Remaining * order.ReservedPrice * order.Multiplier);

    /// <summary>Cover as if every live sell, and one more, were filled.</summary>
    private ShortCover Cover(string? alsoSold, int quantity, Guid? replaced = null)
    {
        var holdings = state.Positions.All.ToDictionary(p => p.Symbol, p => p.Quantity, StringComparer.Ordinal);
        foreach (var order in state.Orders.Live.Where(order => order.Side == OrderSide.Sell && order.Id != replaced))
        {
            holdings[order.Symbol] = holdings.GetValueOrDefault(order.Symbol) - order.Remaining;
        }

        if (alsoSold is not null)
        {
            holdings[alsoSold] = holdings.GetValueOrDefault(alsoSold) - quantity;
        }

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
