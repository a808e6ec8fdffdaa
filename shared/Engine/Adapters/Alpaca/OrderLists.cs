using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Lists of orders, oldest first.</summary>
internal sealed class OrderLists(OrderPages pages)
{
    /// <summary>Open ones of a symbol and all others since an instant, legs as orders of their own.</summary>
    /// <exception cref="FailedReadException">A page failed, or a list has no end.</exception>
    public async Task<IReadOnlyList<Order>> OfSymbolAsync(string symbol, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter = $"symbols={Uri.EscapeDataString(symbol)}";
        var open = await pages.ReadAsync($"status=open&{filter}", OrderJson.ReadApart, null, cancellationToken).ConfigureAwait(false);
        var recent = await pages.ReadAsync($"status=all&{filter}", OrderJson.ReadApart, since, cancellationToken).ConfigureAwait(false);

        // An order in both lists counts as the later one tells it.
        return Sorted(recent.Concat(open)
            .Where(order => order.Symbol == symbol && (order.IsWorking || order.CreatedAt >= since))
            .DistinctBy(order => order.Id));
    }

    /// <summary>Open ones of all symbols.</summary>
    /// <exception cref="FailedReadException">A page failed, or the list has no end.</exception>
    public async Task<IReadOnlyList<Order>> OpenAsync(CancellationToken cancellationToken) =>
        Sorted(await pages.ReadAsync("status=open", OrderJson.ReadAll, null, cancellationToken).ConfigureAwait(false));

    /// <summary>All since an instant.</summary>
    /// <exception cref="FailedReadException">A page failed, or the list has no end.</exception>
    public async Task<IReadOnlyList<Order>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var orders = await pages.ReadAsync("status=all", OrderJson.ReadAll, since, cancellationToken).ConfigureAwait(false);
        return Sorted(orders.Where(order => order.CreatedAt >= since));
    }

    private static IReadOnlyList<Order> Sorted(IEnumerable<Order> orders) =>
        [.. orders.OrderBy(order => order.CreatedAt).ThenBy(order => order.Id, StringComparer.Ordinal)];
}
