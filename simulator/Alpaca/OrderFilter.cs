using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Which orders a list call asks for.</summary>
/// <param name="After">Submitted later than this; null: no bound.</param>
/// <param name="Until">Submitted at or before this; null: no bound.</param>
/// <param name="Symbols">Empty: all.</param>
internal sealed record OrderFilter(
    string Status,
    int Limit,
    DateTimeOffset? After,
    DateTimeOffset? Until,
    IReadOnlyList<string> Symbols,
    string? Side,
    bool Ascending)
{
    public static OrderFilter Read(QueryReader query)
    {
        query.Flag("nested");
        return new OrderFilter(
            query.Choice("status", "open", "open", "closed", "all"),
            query.Whole("limit", 50, 1, 500),
            query.Instant("after"),
            query.Instant("until"),
            query.Words("symbols"),
            query.Text("side") is null ? null : query.Choice("side", "buy", "buy", "sell"),
            query.Choice("direction", "desc", "asc", "desc") == "asc");
    }

    public IEnumerable<VenueOrder> Apply(IReadOnlyList<VenueOrder> orders)
    {
        var matching = orders.Where(Includes);
        return (Ascending ? matching : matching.Reverse()).Take(Limit);
    }

    private bool Includes(VenueOrder order) =>
        (Status == "all" || order.IsLive == (Status == "open"))
        && (After is not { } after || order.CreatedAt > after)
        && (Until is not { } until || order.CreatedAt <= until)
        && (Symbols.Count == 0 || Symbols.Contains(order.Symbol))
        && (Side is null || OrderJson.Word(order.Side) == Side);
}
