using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Which part of the history a call asks for.</summary>
/// <param name="Types">The broker's words; empty: all.</param>
/// <param name="PageToken">Id of the last line already read; null: from the start.</param>
internal sealed record ActivityFilter(
    IReadOnlyList<string> Types,
    string? Category,
    DateOnly? Day,
    DateTimeOffset? After,
    DateTimeOffset? Until,
    bool Ascending,
    int PageSize,
    string? PageToken)
{
    private static readonly string[] Known = ["FILL", "OPEXP", "OPEXC", "OPASN", "OPTRD", "DIV", "SPLIT", "OPCA"];

    /// <summary>Types that exist at the broker and never happen here.</summary>
    private static readonly string[] Absent =
    [
        "TRANS", "MISC", "ACATC", "ACATS", "CSD", "CSW", "FEE", "CFEE", "INT", "JNL", "JNLC", "JNLS", "MA", "NC",
        "OPCSH", "PTC", "REORG", "SPIN",
    ];

    public static ActivityFilter Read(QueryReader query, string? type)
    {
        var types = type is null ? query.Words("activity_types") : [type];
        if (types.FirstOrDefault(word => !Known.Contains(word) && !Absent.Contains(word)) is { } unknown)
        {
            query.Refuse($"invalid activity type: {unknown}");
        }

        var filter = new ActivityFilter(
            types,
            query.Text("category") is null
                ? null
                : query.Choice("category", "trade_activity", "trade_activity", "non_trade_activity"),
            query.Day("date"),
            query.Instant("after"),
            query.Instant("until"),
            query.Choice("direction", "desc", "asc", "desc") == "asc",
            query.Whole("page_size", 100, 1, 100),
            query.Text("page_token"));
        if (filter.Category is not null && types.Count > 0)
        {
            query.Refuse("activity_types and category must not both be given");
        }

        return filter;
    }

    public VenueAnswer<IReadOnlyList<VenueActivity>> Apply(IReadOnlyList<VenueActivity> activities)
    {
        var matching = activities.Where(Includes);
        var ordered = (Ascending ? matching : matching.Reverse()).ToList();
        var start = 0;
        if (PageToken is not null)
        {
            start = ordered.FindIndex(activity => activity.Id == PageToken) + 1;
            if (start == 0)
            {
                return Refusals.Malformed($"invalid page_token: {PageToken}");
            }
        }

        return ordered.Skip(start).Take(PageSize).ToArray();
    }

    private bool Includes(VenueActivity activity) =>
        (Types.Count == 0 || Types.Contains(activity.Type.Word()))
        && (Category is null || Category == "trade_activity" == (activity.Fill is not null))
        && (Day is null || activity.Day == Day)
        && (After is not { } after || activity.At > after)
        && (Until is not { } until || activity.At <= until);
}
