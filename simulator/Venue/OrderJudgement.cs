using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Takes or refuses orders.</summary>
internal sealed class OrderJudgement(VenueState state, BuyingPower buyingPower)
{
    private readonly ExpirationTimes _expirations = new(state.Options.BroadBasedEtfs);

    /// <param name="replaced">An order whose place this one takes: what it holds is free for this one.</param>
    public VenueAnswer<OrderTerms> Judge(OrderRequest request, DateTimeOffset at, VenueOrder? replaced = null)
    {
        var contract = state.Contracts.GetValueOrDefault(request.Symbol);
        var held = Held(request.Symbol, replaced);
        var intent = InferIntent(request.Side, state.Positions.Quantity(request.Symbol), held);
        var price = PriceToReserve(request, contract, intent, at);
        var refusal = OrderShape.Judge(request)
            ?? JudgeIdentity(request, contract)
            ?? JudgeLevel(contract, intent)
            ?? JudgeHours(request, contract, intent, at)
            ?? JudgeIntent(request, intent, held)
            ?? JudgeWash(request, replaced)
            ?? (price is null && !intent.Closes() ? Refusals.NoQuote : null)
            ?? buyingPower.Judge(request, intent, price ?? 0m, replaced?.Id, at);
        return refusal is null ? new OrderTerms(contract, intent, price ?? 0m) : refusal;
    }

    /// <summary>Judges a multi-leg order: each leg like an order of its own, then all together.</summary>
    public VenueAnswer<PackageTerms> Judge(MultiLegRequest request, DateTimeOffset at)
    {
        var refusal = MultiLegShape.Judge(request) ?? JudgeId(request.ClientOrderId) ?? JudgeContracts(request)
            ?? JudgeLevel(request)
            ?? request.Legs.Select(leg => JudgeLeg(leg, request, at)).FirstOrDefault(found => found is not null);
        if (refusal is not null)
        {
            return refusal;
        }

        var touches = request.Legs.ToDictionary(leg => leg, leg => Pricing.Touch(state.Quote(leg.Symbol, at), leg.Side));
        if (request.NetLimit is null && touches.Any(touch => touch.Value is null && !touch.Key.Intent.Closes()))
        {
            return Refusals.NoQuote;
        }

        var net = request.NetLimit ?? touches.Sum(touch => touch.Key.SignedRatio * (touch.Value ?? 0m));
        var terms = new PackageTerms(state.Contracts[request.Legs[0].Symbol].Multiplier, Math.Max(0m, net));
        refusal = buyingPower.Judge(request, terms.Multiplier, net, at);
        return refusal is null ? terms : refusal;
    }

    /// <summary>What an order sets aside while it works; a short sale of stock its limit or 3 % above the ask, whichever is more.</summary>
    /// <returns>USD per share, zero for other sells; null: a market order, and nobody offers.</returns>
    /// <remarks>[docs.alpaca.markets/docs/orders-at-alpaca, "Buying Power", read 2026-11].</remarks>
    private decimal? PriceToReserve(OrderRequest request, ListedContract? contract, PositionIntent intent, DateTimeOffset at)
    {
        var ask = Pricing.Touch(state.Quote(request.Symbol, at), OrderSide.Buy);
        return request.Side == OrderSide.Buy ? request.LimitPrice ?? ask
            : BuyingPower.IsShortSale(contract, intent) ? Math.Max(request.LimitPrice ?? 0m, 1.03m * ask ?? 0m) is > 0 and var most ? most : null
            : 0m;
    }

    private Refusal? JudgeContracts(MultiLegRequest request)
    {
        foreach (var symbol in request.Legs.Select(leg => leg.Symbol).Where(symbol => !state.Contracts.ContainsKey(symbol)))
        {
            return state.Stocks.Contains(symbol) ? Refusals.StockLeg(symbol) : Refusals.UnknownAsset(symbol);
        }

        var contracts = request.Legs.Select(leg => state.Contracts[leg.Symbol]).ToList();
        if (contracts.Exists(contract => contract.Underlying != contracts[0].Underlying))
        {
            return Refusals.MixedUnderlyings;
        }

        return contracts.Exists(contract => contract.Multiplier != contracts[0].Multiplier) ? Refusals.MixedMultipliers : null;
    }

    private Refusal? JudgeLeg(OrderLeg leg, MultiLegRequest package, DateTimeOffset at)
    {
        var held = state.Held(leg.Symbol);
        var inferred = InferIntent(leg.Side, state.Positions.Quantity(leg.Symbol), held);
        var request = new OrderRequest(leg.Symbol, leg.Ratio * package.Quantity, leg.Side, package.Kind, Intent: leg.Intent);
        var refusal = JudgeHours(request, state.Contracts[leg.Symbol], inferred, at)
            ?? JudgeIntent(request, inferred, held)
            ?? JudgeWash(request, null);

        // For a multi-leg order the broker leaves the symbol empty [forum.alpaca.markets/t/16594, read 2026-11].
        return refusal?.Held is { } free ? refusal with { Held = free with { Symbol = "" } } : refusal;
    }

    private HeldQuantity Held(string symbol, VenueOrder? replaced)
    {
        var held = state.Held(symbol);
        return replaced is not null && held.RelatedOrders.Contains(replaced.Id)
            ? held with
            {
                HeldForOrders = held.HeldForOrders - replaced.Remaining,
                RelatedOrders = [.. held.RelatedOrders.Where(id => id != replaced.Id)],
            }
            : held;
    }

    /// <summary>An order closes what no other order holds, otherwise it opens.</summary>
    private static PositionIntent InferIntent(OrderSide side, int position, HeldQuantity held) => side switch
    {
        OrderSide.Sell => position > 0 && held.Available > 0 ? PositionIntent.SellToClose : PositionIntent.SellToOpen,
        OrderSide.Buy => position < 0 && held.Available > 0 ? PositionIntent.BuyToClose : PositionIntent.BuyToOpen,
    };

    private Refusal? JudgeIdentity(OrderRequest request, ListedContract? contract) => JudgeId(request.ClientOrderId)
        ?? (contract is null && !state.Stocks.Contains(request.Symbol) ? Refusals.UnknownAsset(request.Symbol) : null);

    private Refusal? JudgeId(string? clientOrderId) =>
        clientOrderId is not null && state.Orders.Find(clientOrderId) is not null ? Refusals.DuplicateClientOrderId : null;

    private Refusal? JudgeLevel(ListedContract? contract, PositionIntent intent) => state.Options.TradingLevel switch
    {
        _ when contract is null || intent.Closes() => null,
        <= 0 => Refusals.NoOptions,
        1 when intent == PositionIntent.BuyToOpen => Refusals.NoLongOptions,
        _ => null,
    };

    private Refusal? JudgeLevel(MultiLegRequest request) => state.Options.TradingLevel switch
    {
        _ when request.Legs.All(leg => leg.Intent.Closes()) => null,
        <= 0 => Refusals.NoOptions,
        < 3 => Refusals.NoSpreads,
        _ => null,
    };

    private Refusal? JudgeHours(OrderRequest request, ListedContract? contract, PositionIntent intent, DateTimeOffset at)
    {
        var ended = contract is null ? null : JudgeListing(contract, intent, at);

        // A stock's market order waits for the next open.
        var waits = contract is null || request.Kind != OrderKind.Market || state.Sessions.IsOpen(at);
        return ended ?? (waits ? null : Refusals.MarketClosed);
    }

    private Refusal? JudgeListing(ListedContract contract, PositionIntent intent, DateTimeOffset at)
    {
        if (!contract.IsListedOn(NewYork.DateOf(at)))
        {
            return Refusals.NotListed(contract.Symbol);
        }

        // Adjusted contracts can be closed only [alpaca.markets/support/why-are-particular-option-contracts-allowed-for-liquidation-only, read 2026-11].
        return contract.IsAdjusted && !intent.Closes()
            ? Refusals.LiquidationOnly(contract.Symbol)
            : _expirations.Judge(contract, intent, state.Sessions, at);
    }

    private Refusal? JudgeIntent(OrderRequest request, PositionIntent inferred, HeldQuantity held)
    {
        if (request.Intent is { } specified && specified != inferred)
        {
            return Refusals.IntentMismatch(inferred, specified);
        }

        if (inferred.Closes())
        {
            return request.Quantity > held.Available ? Refusals.InsufficientQuantity(held, request.Quantity) : null;
        }

        // Opening against a position that other orders hold would cross zero once they fill.
        var position = state.Positions.Quantity(request.Symbol);
        if (request.Side == OrderSide.Sell ? position > 0 : position < 0)
        {
            return Refusals.InsufficientQuantity(held, request.Quantity);
        }

        var shortsStock = request.Side == OrderSide.Sell && state.Stocks.Contains(request.Symbol);
        return shortsStock && !state.Options.ShortingEnabled ? Refusals.NoShortStock : JudgeOpposite(request);
    }

    /// <summary>Of two opening orders on opposite sides the second would close what the first opened.</summary>
    private Refusal? JudgeOpposite(OrderRequest request)
    {
        var opposite = state.Orders.Live.FirstOrDefault(order =>
            order.Symbol == request.Symbol && order.Side != request.Side && !order.Closes);
        return opposite is null ? null : Refusals.OppositeOpening(opposite);
    }

    /// <summary>The broker refuses to let an account trade with itself.</summary>
    private Refusal? JudgeWash(OrderRequest request, VenueOrder? replaced)
    {
        var opposite = state.Orders.Live.FirstOrDefault(order =>
            order.Symbol == request.Symbol && order.Side != request.Side && order.Id != replaced?.Id && Crosses(request, order));
        return opposite is null ? null : Refusals.WashTrade(opposite);
    }

    private static bool Crosses(OrderRequest request, VenueOrder order) =>
        request.LimitPrice is not { } asked || order.LimitPrice is not { } standing
        || (request.Side == OrderSide.Buy ? asked >= standing : asked <= standing);
}
