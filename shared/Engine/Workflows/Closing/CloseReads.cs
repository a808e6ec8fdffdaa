using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What a closing reads at the broker before it goes on. A look is complete or it is none.</summary>
public sealed class CloseReads(IBroker broker)
{
    /// <summary>Our own working orders.</summary>
    public async Task<BrokerRead<CloseLook>> OwnOrdersAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var orders = new List<Order>();
        foreach (var working in closing.Orders.Where(order => order.IsWorking))
        {
            var order = await broker.GetOrderAsync(working.Id, cancellationToken).ConfigureAwait(false);
            if (!order.Succeeded)
            {
                return BrokerRead<CloseLook>.Failed($"order {working.Id}: {order.Failure}");
            }

            orders.Add(order.Value);
        }

        return BrokerRead<CloseLook>.Of(new CloseLook(moment.Now, null, orders));
    }

    /// <summary>The holding, then all orders of the symbol: an order accepted in between shows up in the second read.</summary>
    public async Task<BrokerRead<CloseLook>> EverythingAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var holding = await broker.GetHoldingAsync(closing.Symbol, cancellationToken).ConfigureAwait(false);
        if (!holding.Succeeded)
        {
            return BrokerRead<CloseLook>.Failed($"position {closing.Symbol}: {holding.Failure}");
        }

        var since = closing.Trigger.At - CloseLimits.ClockTolerance;
        var orders = await broker.GetOrdersAsync(closing.Symbol, since, cancellationToken).ConfigureAwait(false);
        return orders.Succeeded
            ? BrokerRead<CloseLook>.Of(new CloseLook(moment.Now, holding.Value.Quantity, orders.Value))
            : BrokerRead<CloseLook>.Failed($"orders of {closing.Symbol}: {orders.Failure}");
    }
}
