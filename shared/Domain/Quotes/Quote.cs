namespace ExitDesk.Domain.Quotes;

/// <summary>The best bid and offer of one contract or stock.</summary>
/// <param name="Bid">USD per share; 0 if nobody bids beside a live ask; null if the side is unknown.</param>
/// <param name="Ask">USD per share, above 0; null if nobody offers or the side is unknown.</param>
/// <param name="At">When the quote was made, UTC.</param>
public sealed record Quote(decimal? Bid, decimal? Ask, DateTimeOffset At)
{
    /// <summary>Halfway between the sides; null unless both are there.</summary>
    public decimal? Mid => (Bid + Ask) / 2;

    /// <summary>Ask minus bid, negative when crossed; null unless both sides are there.</summary>
    public decimal? Spread => Ask - Bid;
}
