using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Market;

/// <summary>What one cycle read of the market, passed down as a value.</summary>
/// <param name="Moment">Now; the session is known.</param>
/// <param name="NewYorkTime">Now, on New York's clock.</param>
/// <param name="Options">By OCC symbol; what the feed says nothing of is absent.</param>
/// <param name="Underlyings">By symbol, those that were asked for and have a price that counts.</param>
/// <param name="Dividends">Those with their ex-date next session; null if they could not be read.</param>
/// <param name="Days">The exchange's days.</param>
public sealed record MarketView(
    MarketMoment Moment,
    TimeOnly NewYorkTime,
    IReadOnlyDictionary<string, OptionSnapshot> Options,
    IReadOnlyDictionary<string, UnderlyingPrice> Underlyings,
    AnnouncedDividends? Dividends,
    SessionDays Days)
{
    /// <summary>Why the option quotes could not be read; null if they were. Then no option is in them, which does not mean that none is quoted.</summary>
    public string? QuotesFailure { get; init; }
}
