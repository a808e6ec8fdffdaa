using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What a closing reads before it goes on. A look is complete or it is none.</summary>
public sealed class CloseReads(IBroker broker, IMarketData market)
{
    private readonly WorkingOrders _working = new(broker);

    /// <summary>Our own working orders.</summary>
    public async Task<BrokerRead<CloseLook>> OwnOrdersAsync(PositionClosing closing, MarketMoment moment)
    {
        var orders = new List<Order>();
        foreach (var working in closing.Orders.Where(order => order.IsWorking))
        {
            var order = await _working.ReadAsync(working).ConfigureAwait(false);
            if (!order.Succeeded)
            {
                return BrokerRead<CloseLook>.Failed($"order {working.Id}: {order.Failure}");
            }

            orders.Add(order.Value);
        }

        return BrokerRead<CloseLook>.Of(new CloseLook(moment.Now, null, orders));
    }

    /// <summary>The holdings, then all orders of their symbols, then the order whose answer never came: one accepted in between
    /// shows up in a later read.</summary>
    public async Task<BrokerRead<CloseLook>> EverythingAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var look = closing.IsMultiLeg
            ? await OfLegsAsync(closing, moment, cancellationToken).ConfigureAwait(false)
            : await OfLegAsync(closing, moment, cancellationToken).ConfigureAwait(false);
        if (!look.Succeeded || closing.LastAttempt is not { IsOpenQuestion: true, ClientOrderId: { } id })
        {
            return look;
        }

        var found = await broker.GetOrderByClientIdAsync(id, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? BrokerRead<CloseLook>.Of(look.Value with { ByClientId = found.Value.Order, IsSearched = true })
            : BrokerRead<CloseLook>.Failed($"order {id}: {found.Failure}");
    }

    /// <summary>A displaced order, what is held and ordered of its symbol, and the order that went back, if its answer never came.</summary>
    public async Task<BrokerRead<DisplacedLook>> DisplacedAsync(DisplacedOrder displaced, MarketMoment moment, CancellationToken cancellationToken)
    {
        var holding = await broker.GetHoldingAsync(displaced.Order.Symbol, cancellationToken).ConfigureAwait(false);
        var orders = await broker.GetOrdersAsync(displaced.Order.Symbol, moment.Now, cancellationToken).ConfigureAwait(false);
        var order = await broker.GetOrderAsync(displaced.Order.Id, cancellationToken).ConfigureAwait(false);
        if (!holding.Succeeded || !orders.Succeeded || !order.Succeeded)
        {
            return BrokerRead<DisplacedLook>.Failed($"order {displaced.Order.Id}: {holding.Failure ?? orders.Failure ?? order.Failure}");
        }

        var look = new DisplacedLook(moment.Now, order.Value, holding.Value.Quantity, orders.Value);
        if (displaced.Return is not { IsOpenQuestion: true, ClientOrderId: { } id })
        {
            return BrokerRead<DisplacedLook>.Of(look);
        }

        var found = await broker.GetOrderByClientIdAsync(id, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? BrokerRead<DisplacedLook>.Of(look with { ByClientId = found.Value.Order, IsSearched = true })
            : BrokerRead<DisplacedLook>.Failed($"order {id}: {found.Failure}");
    }

    /// <summary>Fresh quotes of what it trades; a failed read is an answer, too.</summary>
    public async Task<CloseQuotes> QuotesAsync(PositionClosing closing, CancellationToken cancellationToken)
    {
        var options = closing.Legs.Where(leg => leg.Contract is not null).Select(leg => leg.Symbol).ToList();
        var quotes = await market.GetOptionQuotesAsync(options, cancellationToken).ConfigureAwait(false);
        return quotes.Succeeded ? new CloseQuotes(quotes.Value) : CloseQuotes.Unread;
    }

    private async Task<BrokerRead<CloseLook>> OfLegAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var holding = await broker.GetHoldingAsync(closing.Symbol, cancellationToken).ConfigureAwait(false);
        if (!holding.Succeeded)
        {
            return BrokerRead<CloseLook>.Failed($"position {closing.Symbol}: {holding.Failure}");
        }

        var orders = await broker.GetOrdersAsync(closing.Symbol, Since(closing), cancellationToken).ConfigureAwait(false);
        var held = new Dictionary<string, decimal> { [closing.Symbol] = holding.Value.Quantity };
        return orders.Succeeded
            ? BrokerRead<CloseLook>.Of(new CloseLook(moment.Now, held, orders.Value))
            : BrokerRead<CloseLook>.Failed($"orders of {closing.Symbol}: {orders.Failure}");
    }

    private async Task<BrokerRead<CloseLook>> OfLegsAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var positions = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        if (!positions.Succeeded)
        {
            return BrokerRead<CloseLook>.Failed($"positions: {positions.Failure}");
        }

        var open = await broker.GetOpenOrdersAsync(cancellationToken).ConfigureAwait(false);
        var recent = await broker.GetOrdersSinceAsync(Since(closing), cancellationToken).ConfigureAwait(false);
        if (!open.Succeeded || !recent.Succeeded)
        {
            return BrokerRead<CloseLook>.Failed($"orders: {open.Failure ?? recent.Failure}");
        }

        // The second list is the newer one.
        var orders = recent.Value.Concat(open.Value).DistinctBy(order => order.Id).Where(order => Touches(closing, order)).ToList();
        var held = positions.Value
            .Where(position => closing.Legs.Any(leg => leg.Symbol == position.Symbol))
            .GroupBy(position => position.Symbol)
            .ToDictionary(group => group.Key, group => group.Sum(position => position.Quantity));
        return BrokerRead<CloseLook>.Of(new CloseLook(moment.Now, held, orders));
    }

    private static DateTimeOffset Since(PositionClosing closing) => closing.StartedAt - CloseLimits.ClockTolerance;

    private static bool Touches(PositionClosing closing, Order order) =>
        closing.Legs.Any(leg => order.Symbol == leg.Symbol || order.Legs.Any(report => report.Symbol == leg.Symbol));
}
