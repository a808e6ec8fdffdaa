using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Which option contracts a call asks for.</summary>
/// <param name="Underlyings">Empty: all.</param>
/// <param name="Type">call or put; null: both.</param>
internal sealed record ContractFilter(
    IReadOnlyList<string> Underlyings,
    DateOnly First,
    DateOnly Last,
    string? Type,
    decimal? LowestStrike,
    decimal? HighestStrike,
    int Limit,
    string? PageToken)
{
    /// <summary>Reads a query. Without an expiration it covers, as the broker does, only what expires by next weekend.</summary>
    public static ContractFilter Read(QueryReader query, DateOnly today)
    {
        query.Choice("status", "active", "active", "inactive");
        var exact = query.Day("expiration_date");
        var first = exact ?? query.Day("expiration_date_gte");
        var last = exact ?? query.Day("expiration_date_lte");
        var weekend = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return new ContractFilter(
            query.Words("underlying_symbols"),
            first ?? today,
            last ?? (first is null ? weekend : DateOnly.MaxValue),
            query.Text("type") is null ? null : query.Choice("type", "call", "call", "put"),
            query.Number("strike_price_gte"),
            query.Number("strike_price_lte"),
            query.Whole("limit", 100, 1, 10_000),
            query.Text("page_token"));
    }

    /// <summary>Reads the query of an option chain, which covers every expiration unless it names some.</summary>
    public static ContractFilter ReadChain(QueryReader query, string underlying, DateOnly today)
    {
        var exact = query.Day("expiration_date");
        return new ContractFilter(
            [underlying],
            exact ?? query.Day("expiration_date_gte") ?? today,
            exact ?? query.Day("expiration_date_lte") ?? DateOnly.MaxValue,
            query.Text("type") is null ? null : query.Choice("type", "call", "call", "put"),
            query.Number("strike_price_gte"),
            query.Number("strike_price_lte"),
            query.Whole("limit", 100, 1, 1_000),
            query.Text("page_token"));
    }

    public IReadOnlyList<ListedContract> Apply(IReadOnlyList<ListedContract> contracts, DateOnly today) =>
        [.. contracts.Where(contract => contract.IsListedOn(today) && Includes(contract)).OrderBy(contract => contract.Symbol, StringComparer.Ordinal)];

    private bool Includes(ListedContract contract) =>
        (Underlyings.Count == 0 || Underlyings.Contains(contract.Underlying))
        && contract.Expiration >= First && contract.Expiration <= Last
        && (Type is null || contract.IsCall == (Type == "call"))
        && !(contract.Strike < LowestStrike) && !(contract.Strike > HighestStrike)
        && (PageToken is null || string.CompareOrdinal(contract.Symbol, PageToken) > 0);
}
