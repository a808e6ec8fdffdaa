using System.Globalization;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads order lists to their end. Alpaca pages them by time alone.</summary>
internal sealed class OrderPages(AlpacaReads reads)
{
    private const int Limit = 500;

    // "after" excludes the instant itself and may be cut to milliseconds: ask a little earlier and drop what is known.
    private static readonly TimeSpan Overlap = TimeSpan.FromMilliseconds(2);

    /// <summary>All orders that a filter lets through.</summary>
    /// <param name="filter">For instance <c>status=open&amp;symbols=AAPL</c>.</param>
    /// <param name="read">Makes orders of one row: its legs inside, or as orders of their own.</param>
    /// <param name="since">Only those submitted at or after it, UTC; null for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="FailedReadException">A page failed, or the list has no end.</exception>
    public async Task<IReadOnlyCollection<Order>> ReadAsync(
        string filter, Func<JsonRow, IReadOnlyList<Order>> read, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Id, string Symbol), Order>();
        while (true)
        {
            var body = await reads.BodyAsync(Path(filter, since), cancellationToken).ConfigureAwait(false);
            var page = JsonRow.ReadList(
                body, "orders", row => (At: OrderJson.SubmittedAt(row), Orders: read(row)));
            var known = found.Count;
            foreach (var order in page.SelectMany(row => row.Orders))
            {
                found[(order.Id, order.Symbol)] = order;
            }

            // Whether the limit counts legs is not documented: a page is the last one only if it is short either way.
            if (page.Sum(row => row.Orders.Sum(order => 1 + order.Legs.Count)) < Limit)
            {
                return found.Values;
            }

            since = found.Count > known
                ? page.Max(row => row.At)
                : throw new FailedReadException($"orders: {Limit} of one instant, the rest cannot be listed");
        }
    }

    private static string Path(string filter, DateTimeOffset? since)
    {
        var path = $"/v2/orders?{filter}&limit={Limit}&direction=asc&nested=true";
        return since is { } instant
            ? path + "&after=" + Uri.EscapeDataString((instant - Overlap).UtcDateTime.ToString("o", CultureInfo.InvariantCulture))
            : path;
    }
}
