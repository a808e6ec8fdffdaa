using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Reading;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Reads working orders anew: one by its id, and of many closings that ask at the same time all in one list.</summary>
/// <remarks>Calls are what many closings at once run out of: the broker takes so many a minute, and each look takes of them.</remarks>
public sealed class WorkingOrders
{
    private readonly IBroker _broker;
    private readonly SharedRead<Order, IReadOnlyDictionary<string, BrokerRead<Order>>> _reads;

    public WorkingOrders(IBroker broker)
    {
        _broker = broker;
        _reads = new(ReadAllAsync);
    }

    /// <summary>An order as the broker has it now.</summary>
    public async Task<BrokerRead<Order>> ReadAsync(Order known) =>
        (await _reads.ReadAsync(known).ConfigureAwait(false))[known.Id];

    private async Task<IReadOnlyDictionary<string, BrokerRead<Order>>> ReadAllAsync(IReadOnlyList<Order> known)
    {
        var found = new Dictionary<string, BrokerRead<Order>>(StringComparer.Ordinal);
        var ids = known.Select(order => order.Id).Distinct().ToList();
        if (ids.Count > 1)
        {
            var since = known.Min(order => order.CreatedAt) - CloseLimits.ClockTolerance;
            var listed = await _broker.GetOrdersSinceAsync(since, CancellationToken.None).ConfigureAwait(false);
            foreach (var order in listed.Succeeded ? listed.Value : [])
            {
                found[order.Id] = BrokerRead<Order>.Of(order);
            }
        }

        // What the list lacks, or a list that failed, says nothing of an order: it is asked for by its name.
        foreach (var id in ids.Where(id => !found.ContainsKey(id)))
        {
            found[id] = await _broker.GetOrderAsync(id, CancellationToken.None).ConfigureAwait(false);
        }

        return found;
    }
}
