using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Reading;
using ExitDesk.Engine.Workflows.Sync;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Reads what the orders of a closing filled. Each fill at its own price makes a row exact to the cent; an average is rounded by the broker.</summary>
public sealed class CloseFills(IBroker broker)
{
    // Many closings that end at the same time read one list.
    private readonly SharedRead<DateTimeOffset, BrokerRead<IReadOnlyList<Fill>>> _fills = new(since => broker.GetFillsAsync(since.Min(), CancellationToken.None));

    /// <summary>The list, once it is complete; the averages of the orders, once it was waited for long enough.</summary>
    /// <returns>Null while it is to be waited for: the position is flat, only its receipt is late.</returns>
    public async Task<ClosingFills?> ReadAsync(PositionClosing closing, MarketMoment moment)
    {
        var filled = closing.Orders.Where(order => order.FilledQuantity > 0).ToList();
        if (filled.Count == 0)
        {
            return new ClosingFills([], AreAverages: false);
        }

        var read = await _fills.ReadAsync(closing.StartedAt - CloseLimits.ClockTolerance).ConfigureAwait(false);
        var ids = closing.OrderIds.ToHashSet(StringComparer.Ordinal);
        var own = read.Succeeded ? read.Value.Where(fill => ids.Contains(fill.OrderId)).ToList() : [];
        if (closing.Legs.All(leg => own.Where(fill => fill.Symbol == leg.Symbol).Sum(fill => fill.Quantity) == closing.ClosedOf(leg)))
        {
            return new ClosingFills(own, AreAverages: false);
        }

        var newest = filled.Max(order => order.FilledAt ?? order.CreatedAt);
        var patience = read.Succeeded ? ForeignFills.Patience : ForeignFills.UnreadPatience;
        return moment.Now - newest < patience ? null : new ClosingFills(CloseTrades.FromOrders(closing), AreAverages: true);
    }
}
