using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>What the account may still spend or write: its own cash, never a loan.</summary>
internal sealed class BuyingPower(VenueState state)
{
    /// <summary>USD, zero or more.</summary>
    public decimal Available(DateTimeOffset at) => Math.Max(0m, state.Cash - Reserved(null) - Collateral(at));

    /// <summary>Cash that stands behind short options, those of live orders among them, and behind short stock; USD.</summary>
    public decimal Collateral(DateTimeOffset at) => Cover([], null, longsCover: true).Collateral + StockMargin(at);

    /// <summary>Null: the order can be paid for and leaves no short option without cover.</summary>
    /// <param name="price">USD per share that a buy or a short sale of stock must have behind it.</param>
    /// <param name="replaced">An order whose place this one takes.</param>
    public Refusal? Judge(OrderRequest request, PositionIntent intent, decimal price, Guid? replaced, DateTimeOffset at)
    {
        var contract = state.Contracts.GetValueOrDefault(request.Symbol);

        // Below level 3 a long option covers nothing: that would be a spread.
        var longsCover = intent.Closes() || state.Options.TradingLevel >= 3;
        var before = Cover([], replaced, longsCover);
        var cash = state.Cash - Reserved(replaced);
        var free = cash - StockMargin(at);
        if (request.Side == OrderSide.Buy || IsShortSale(contract, intent))
        {
            // What a short position set aside is there to buy it back with.
            var available = Math.Max(0m, intent.Closes() ? cash : free - before.Collateral);
            var cost = request.Quantity * price * (contract?.Multiplier ?? 1);
            return cost <= available ? null
                : contract is null ? Refusals.InsufficientBuyingPower(cost, available)
                : Refusals.InsufficientOptionsBuyingPower(cost, available);
        }

        var after = Cover([new HoldingChange(request.Symbol, -request.Quantity)], replaced, longsCover);
        return JudgeCover(before, after, 0m, free, contract is { IsCall: false });
    }

    /// <summary>Null: the legs can be paid for together and leave no short option without cover.</summary>
    /// <param name="net">USD per share and unit, negative for a credit: it pays for a part of the collateral.</param>
    public Refusal? Judge(MultiLegRequest request, int multiplier, decimal net, DateTimeOffset at)
    {
        var changes = request.Legs.Select(leg => new HoldingChange(leg.Symbol, leg.SignedRatio * request.Quantity));
        var cost = request.Quantity * net * multiplier;
        var free = state.Cash - Reserved(null) - StockMargin(at);
        return JudgeCover(
            Cover([], null, longsCover: true), Cover([.. changes], null, longsCover: true), cost, free, writesPut: false);
    }

    public static bool IsShortSale(ListedContract? contract, PositionIntent intent) =>
        contract is null && intent == PositionIntent.SellToOpen;

    private static Refusal? JudgeCover(ShortCover before, ShortCover after, decimal cost, decimal free, bool writesPut)
    {
        if (after.UncoveredCalls > before.UncoveredCalls)
        {
            return Refusals.Uncovered;
        }

        var required = cost + after.Collateral - before.Collateral;
        var unspent = Math.Max(0, free - before.Collateral);
        return required <= unspent ? null
            : writesPut ? Refusals.InsufficientForPut(required, unspent)
            : Refusals.InsufficientOptionsBuyingPower(required, unspent);
    }

    private decimal Reserved(Guid? replaced) => state.Orders.Live
        .Where(order => order.Id != replaced)
        .Sum(order => order.Remaining * order.ReservedPrice * order.Multiplier);

    /// <summary>One and a half times what buying short stock back costs: the proceeds and half of them again [Regulation T].</summary>
    private decimal StockMargin(DateTimeOffset at) => !state.Options.ShortingEnabled ? 0m : state.Positions.All
        .Where(position => position is { Contract: null, IsLong: false })
        .Sum(position => 1.5m * -position.Quantity
            * (Pricing.Touch(state.Quote(position.Symbol, at), OrderSide.Buy) ?? position.AverageEntryPrice));

    /// <summary>Cover as if every live sell, and some changes more, were filled.</summary>
    /// <param name="longsCover">Whether a long option may stand behind a short one.</param>
    /// <remarks>A live multi-leg order counts only where it makes things worse: what it has not bought yet covers nothing.</remarks>
    private ShortCover Cover(IReadOnlyList<HoldingChange> more, Guid? replaced, bool longsCover)
    {
        var sells = state.Orders.Live.Where(order => order.Side == OrderSide.Sell && !order.IsLeg && order.Id != replaced);
        var holdings = state.Positions.All.ToDictionary(p => p.Symbol, p => p.Quantity, StringComparer.Ordinal);
        holdings = After(holdings, [.. sells.Select(order => new HoldingChange(order.Symbol, -order.Remaining)), .. more]);
        var cover = CoverOf(holdings, longsCover);
        foreach (var package in state.Orders.Live.Where(order => order.IsMultiLeg))
        {
            var legs = state.Orders.LegsOf(package);
            var filled = After(holdings, [.. legs.Select(leg => new HoldingChange(leg.Symbol, leg.SignedRatio * package.Remaining))]);
            if (CoverOf(filled, longsCover) is var worse && worse.IsWorseThan(cover))
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

    private ShortCover CoverOf(Dictionary<string, int> holdings, bool longsCover)
    {
        var options = new Dictionary<ListedContract, int>();
        foreach (var (symbol, held) in holdings)
        {
            if (state.Contracts.TryGetValue(symbol, out var contract) && (longsCover || held < 0))
            {
                options[contract] = held;
            }
        }

        return ShortCover.Of(options, symbol => holdings.GetValueOrDefault(symbol));
    }
}
