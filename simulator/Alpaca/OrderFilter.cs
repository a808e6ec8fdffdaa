using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Which orders a list call asks for.</summary>
/// <param name="After">Submitted later than this; null: no bound.</param>
/// <param name="Until">Submitted at or before this; null: no bound.</param>
/// <param name="Symbols">Empty: all.</param>
/// <param name="Nested">Legs inside the order they belong to; otherwise they are orders of the list.</param>
/// <remarks>
/// Whether a symbol finds a multi-leg order by its legs is not documented: here it does, where they are written inside it.
/// </remarks>
internal sealed record OrderFilter(
    string Status,
    int Limit,
    DateTimeOffset? After,
    DateTimeOffset? Until,
    IReadOnlyList<string> Symbols,
    string? Side,
    bool Ascending,
    bool Nested)
{
    public static OrderFilter Read(QueryReader query)
    {
        return new OrderFilter(
            query.Choice("status", "open", "open", "closed", "all"),
            query.Whole("limit", 50, 1, 500),
            query.Instant("after"),
            query.Instant("until"),
            query.Words("symbols"),
            query.Text("side") is null ? null : query.Choice("side", "buy", "buy", "sell"),
            query.Choice("direction", "desc", "asc", "desc") == "asc",
            query.Flag("nested"));
    }

    public IEnumerable<VenueOrder> Apply(IReadOnlyList<VenueOrder> orders)
    {
        var legs = orders.ToLookup(order => order.Parent);
        var matching = orders.Where(order => Includes(order, legs[order.Id]));
        return (Ascending ? matching : matching.Reverse()).Take(Limit);
    }

    private bool Includes(VenueOrder order, IEnumerable<VenueOrder> legs) =>
        !(Nested && order.IsLeg)
        && (Status == "all" || order.IsLive == (Status == "open"))
        && (After is not { } after || order.CreatedAt > after)
        && (Until is not { } until || order.CreatedAt <= until)
        && (Symbols.Count == 0 || Symbols.Contains(order.Symbol) || (Nested && legs.Any(leg => Symbols.Contains(leg.Symbol))))
        && (Side is null || (!order.IsMultiLeg && OrderJson.Word(order.Side) == Side));
}
