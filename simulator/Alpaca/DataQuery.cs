using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Which symbols a market data call asks for.</summary>
internal sealed record DataQuery(IReadOnlyList<string> Symbols)
{
    private const int MostSymbols = 100;

    /// <summary>Reads symbols and feed; one symbol too many fails the whole call.</summary>
    public static VenueAnswer<DataQuery> Read(QueryReader query, params ReadOnlySpan<string> feeds)
    {
        query.Choice("feed", feeds[0], feeds);
        var symbols = query.Words("symbols");
        if (symbols.Count == 0)
        {
            query.Refuse("symbols is required");
        }

        if (symbols.Count > MostSymbols)
        {
            query.Refuse($"too many symbols: {symbols.Count}, at most {MostSymbols} a call");
        }

        return query.Refusal is { } refusal
            ? InItsWords(refusal)
            : new DataQuery([.. symbols.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The data service answers 400 where the trading service answers 422.</summary>
    public static Refusal InItsWords(Refusal refusal) => refusal with { HttpStatus = 400, Code = 40010000 };
}
