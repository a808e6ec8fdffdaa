using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Venue;

namespace ExitDesk.TestKit.Floods;

/// <summary>Counts what a flooded day came to, by the venue's own orders and holdings and by the ledger's closings.</summary>
internal sealed class FloodAudit(SimulatedVenue venue, VenueBroker broker, ILedger ledger, FloodCount count)
{
    /// <param name="held">Contracts of each listed position at the start, by its number in the market's list.</param>
    public async Task<FloodResult> JudgeAsync(Func<int, int> held)
    {
        var rows = await ledger.ListAsync(LedgerKeys.Closings, CancellationToken.None).ConfigureAwait(false);
        var closings = rows.Select(row => LedgerJson.Read<PositionClosing>(row.Key, row.Json)).ToList();
        var closed = closings.Where(closing => closing.End is CloseEnd.Closed).ToLookup(closing => closing.PositionId[..closing.PositionId.IndexOf('-', StringComparison.Ordinal)]);
        var orders = venue.Orders().Where(order => order.Origin == OrderOrigin.Client).ToLookup(order => order.Symbol);
        var problems = new List<string>(venue.Violations.Select(violation => $"{violation.Symbol}: {violation.Words}"));
        problems.AddRange(closings.Where(closing => closing.End is null).Select(closing => $"{closing.Id} has no end"));
        foreach (var (number, contract) in venue.Market.Contracts.Index())
        {
            Compare(problems, $"{contract.Symbol}: contracts sold", held(number), orders[contract.Symbol].Sum(order => order.FilledQuantity));
            Compare(problems, $"{contract.Symbol}: contracts left", 0, venue.Position(contract.Symbol)?.Position.Quantity ?? 0);
            Compare(problems, $"{contract.Symbol}: closings that closed it", 1, closed[contract.Symbol].Count());
        }

        var taken = orders.Sum(symbol => symbol.Count());
        return new FloodResult(count, venue.Market.Contracts.Count, closed.Count, taken, broker.Asked - taken, problems);
    }

    private static void Compare(List<string> problems, string what, int expected, int actual)
    {
        if (expected != actual)
        {
            problems.Add($"{what}: {actual}, expected {expected}");
        }
    }
}
