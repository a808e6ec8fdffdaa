using System.Globalization;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>Adds up openings, fills and settlements by symbol, and holds them against what the account has.</summary>
internal static class CashReports
{
    /// <param name="openings">What the scenario put into the account, each with the price taken; those in the broker's history are among its fills.</param>
    /// <returns>Ordered by symbol.</returns>
    public static IReadOnlyList<CashReport> Of(SimulatedVenue venue, IReadOnlyList<Opening> openings)
    {
        var history = venue.History();
        var held = venue.Positions().ToDictionary(position => position.Position.Symbol, position => position.Position.Quantity);
        var multipliers = venue.Market.Contracts.ToDictionary(contract => contract.Symbol, contract => contract.Multiplier);
        var symbols = held.Keys.Concat(history.Select(line => line.Symbol)).Concat(openings.Select(opening => opening.Symbol));
        return [.. symbols.Distinct().Order(StringComparer.Ordinal).Select(symbol => Of(
            symbol,
            multipliers.GetValueOrDefault(symbol, 1),
            held.GetValueOrDefault(symbol),
            [.. openings.Where(opening => opening.Symbol == symbol && !opening.InHistory)],
            history.Where(line => line.Symbol == symbol).ToLookup(line => line.Type == ActivityType.Fill)))];
    }

    /// <summary>What does not add up, in words.</summary>
    /// <param name="account">Cash that the account has, USD.</param>
    /// <param name="start">Cash that it had before the first opening, USD.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<CashReport> symbols, decimal start, decimal account)
    {
        foreach (var symbol in symbols.Where(symbol => symbol.Opened + symbol.Filled + symbol.Settled != symbol.Held))
        {
            yield return $"{symbol.Symbol}: opened {symbol.Opened}, filled {symbol.Filled} and settled {symbol.Settled} do not make the {symbol.Held} held";
        }

        var told = start + symbols.Sum(symbol => symbol.EntryCash + symbol.FillCash + symbol.SettlementCash);
        if (decimal.Round(told, 2) != decimal.Round(account, 2))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the account has {account:0.00} of cash, its history tells {told:0.00}");
        }
    }

    private static CashReport Of(string symbol, int multiplier, int held, IReadOnlyList<Opening> openings, ILookup<bool, VenueActivity> isFill) => new(
        symbol,
        openings.Sum(opening => opening.Quantity),
        isFill[true].Sum(Signed),
        isFill[false].Where(line => line.Type != ActivityType.Dividend).Sum(line => line.Quantity),
        held,
        -openings.Sum(opening => (opening.EntryPrice ?? 0) * opening.Quantity) * multiplier,
        isFill[true].Sum(line => line.NetAmount),
        isFill[false].Sum(line => line.NetAmount));

    private static int Signed(VenueActivity fill) => fill.Fill!.Order.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity;
}
