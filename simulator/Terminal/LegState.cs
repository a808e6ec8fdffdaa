using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Terminal;

/// <summary>What came of one contract or stock so far, as the broker has it.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Opened">Contracts or shares that came in, signed.</param>
/// <param name="Entry">Average price they came in at, USD per share.</param>
/// <param name="Held">Contracts or shares still held, signed.</param>
/// <param name="Price">What closing brings or costs now, or brought, USD per share; null if unknown.</param>
/// <param name="Pnl">USD, realized and not; null if the price of what is held is unknown.</param>
/// <param name="Multiplier">Shares per unit.</param>
/// <param name="End">How it left; null while anything is held.</param>
internal sealed record LegState(string Symbol, int Opened, decimal Entry, int Held, decimal? Price, decimal? Pnl, int Multiplier, string? End)
{
    public static LegState Of(SimulatedVenue venue, string symbol, IReadOnlyList<Opening> openings)
    {
        var position = venue.Position(symbol)?.Position;
        var history = venue.Activities().Where(activity => activity.Symbol == symbol).ToList();
        var multiplier = venue.Market.Contracts.FirstOrDefault(contract => contract.Symbol == symbol)?.Multiplier ?? 1;
        var opened = openings.Sum(opening => opening.Quantity);
        var cost = openings.Sum(opening => (opening.EntryPrice ?? 0) * opening.Quantity) * multiplier;
        var told = openings.Where(opening => opening.InHistory).Sum(opening => (opening.EntryPrice ?? 0) * opening.Quantity) * multiplier;
        var price = position is null ? LastPrice(history) : Touch(venue, position);
        var value = position is null ? 0 : price * position.Quantity * multiplier;
        return new LegState(
            symbol,
            opened,
            position?.AverageEntryPrice ?? (opened == 0 ? 0 : cost / (opened * multiplier)),
            position?.Quantity ?? 0,
            price,
            position is null && history.Count == 0 ? null : history.Sum(activity => activity.NetAmount) + value - (cost - told),
            multiplier,
            position is null ? Words(history) : null);
    }

    // Long positions are sold at the bid, short ones bought back at the ask.
    private static decimal? Touch(SimulatedVenue venue, Position position)
    {
        var quote = position.Contract is null
            ? venue.Market.StockQuote(position.Symbol, venue.Now)
            : venue.Market.OptionQuote(position.Symbol, venue.Now);
        return position.IsLong ? quote?.Bid : quote?.Ask;
    }

    private static decimal? LastPrice(List<VenueActivity> history) =>
        history.LastOrDefault(activity => activity.Type == ActivityType.Fill)?.Price;

    private static string Words(List<VenueActivity> history) => history.LastOrDefault()?.Type switch
    {
        ActivityType.OptionExpired => "expired",
        ActivityType.OptionExercised => "exercised",
        ActivityType.OptionAssigned => "assigned",
        ActivityType.OptionAdjusted => "adjusted",
        ActivityType.Fill or ActivityType.OptionStockTrade or ActivityType.Dividend or ActivityType.StockSplit or null => "closed",
    };
}
