namespace ExitDesk.Domain.Quotes;

/// <summary>Names the quality of a quote.</summary>
public static class QuoteJudge
{
    /// <summary>A quote older than this is stale if its underlying has moved since.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(60);

    /// <summary>A quote older than this is stale whatever its underlying did.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromMinutes(15);

    /// <summary>The underlying's move, as a fraction, from which an old quote no longer counts.</summary>
    public const decimal UnderlyingMove = 0.002m;

    /// <summary>A spread is wide above both this, in USD, …</summary>
    public const decimal WideSpread = 0.10m;

    /// <summary>… and this fraction of the mid.</summary>
    public const decimal WideShareOfMid = 0.20m;

    /// <summary>Judges one quote.</summary>
    /// <param name="quote">Null if there is none.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="sessionOpenAt">Today's open.</param>
    /// <param name="underlyingMoved">How far the underlying has moved since the quote, as a fraction, any sign; null if unknown.</param>
    public static QuoteQuality Judge(Quote? quote, DateTimeOffset now, DateTimeOffset sessionOpenAt, decimal? underlyingMoved)
    {
        // Both sides first: almost every quote has them, and comparing decimals is what a sweep spends its time on.
        if (quote is not { Bid: { } bid, Ask: { } ask } || ask <= 0)
        {
            return quote is null || (quote.Bid is null or 0 && quote.Ask is null or 0) ? QuoteQuality.Missing
                : IsStale(quote, now, sessionOpenAt, underlyingMoved) ? QuoteQuality.Stale
                : QuoteQuality.OneSided;
        }

        if (IsStale(quote, now, sessionOpenAt, underlyingMoved))
        {
            return QuoteQuality.Stale;
        }

        if (bid > ask)
        {
            return QuoteQuality.Crossed;
        }

        var spread = ask - bid;
        return spread > WideSpread && spread > WideShareOfMid * (bid + ask) / 2 ? QuoteQuality.Wide : QuoteQuality.Usable;
    }

    /// <summary>False if a quote is so new that no move of its underlying makes it stale: then nobody needs to know of one.</summary>
    public static bool CountsMoves(Quote quote, DateTimeOffset now) => now - quote.At > FreshFor;

    private static bool IsStale(Quote quote, DateTimeOffset now, DateTimeOffset sessionOpenAt, decimal? underlyingMoved)
    {
        var age = now - quote.At;
        return quote.At < sessionOpenAt
            || age > UsableFor
            || (CountsMoves(quote, now) && underlyingMoved is { } moved && Math.Abs(moved) >= UnderlyingMove);
    }
}
