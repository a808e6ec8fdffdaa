using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Keeps the tape of the stocks behind all that is held.</summary>
public sealed class UnderlyingPrices(UnderlyingReads stocks, UnderlyingTape tape)
{
    /// <summary>Reads and records them. Without prices quotes count as fresh for longer, and what needs a price is undecided.</summary>
    public async Task RecordAsync(MarketMoment moment, IReadOnlyList<BrokerPosition> held, CancellationToken cancellationToken)
    {
        if (!moment.IsOpen || held.Count == 0)
        {
            return;
        }

        var prices = await stocks.PricesAsync(held.Select(static holding => holding.Symbol), cancellationToken).ConfigureAwait(false);
        if (prices.Succeeded)
        {
            tape.Record(moment.Now, prices.Value);
        }
    }
}
