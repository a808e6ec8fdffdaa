using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only in a market that is quoted on both sides, now, and not too wide.</summary>
public static class QuoteGate
{
    public const string Name = "spread";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (!facts.Moment.IsOpen)
        {
            return GateFinding.CannotTell(Name, "the market is closed: a quote of now");
        }

        if (facts is not { Quotes: { } quotes, Moment.Session: { } session })
        {
            return GateFinding.CannotTell(Name, "the quotes");
        }

        var found = recommendation.Legs.Select(leg => (leg.Symbol, Quote: quotes.GetValueOrDefault(leg.Symbol))).ToList();
        var problem = found.Select(leg => Problem(leg.Symbol, leg.Quote, facts.Now, session.OpenAt, settings)).FirstOrDefault(text => text is not null);
        var evidence = string.Join(", ", found.Select(leg => leg.Quote is { Bid: { } bid, Ask: { } ask } ? $"{leg.Symbol} {EntryGateText.Price(bid)} / {EntryGateText.Price(ask)}" : $"{leg.Symbol} not quoted on both sides"));
        return problem is null ? GateFinding.Passed(Name, "the market is quoted and narrow enough", evidence) : GateFinding.Refused(Name, problem, evidence);
    }

    private static string? Problem(string symbol, Quote? quote, DateTimeOffset now, DateTimeOffset openAt, EntrySettings settings)
    {
        // How far the underlying has moved since is not asked: a quote old enough to need it is not entered on.
        var quality = QuoteJudge.Judge(quote, now, openAt, null);
        if (quality is not (QuoteQuality.Usable or QuoteQuality.Wide))
        {
            return $"the quote of {symbol} is {quality.ToString().ToLowerInvariant()}";
        }

        if (QuoteJudge.CountsMoves(quote!, now))
        {
            return $"the quote of {symbol} is older than {QuoteJudge.FreshFor.TotalSeconds:0} s";
        }

        return quote!.Bid <= 0 ? $"nobody bids for {symbol}"
            : quote.Spread > settings.MaximumSpread && quote.Spread > settings.MaximumSpreadShareOfMid * quote.Mid
            ? $"the spread of {symbol}, {EntryGateText.Price(quote.Spread!.Value)}, is above {EntryGateText.Price(settings.MaximumSpread)} and above {EntryGateText.Percent(settings.MaximumSpreadShareOfMid)} of its mid"
            : null;
    }
}
