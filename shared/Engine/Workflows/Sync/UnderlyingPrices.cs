using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Keeps the tape of the stocks behind all that is held.</summary>
public sealed class UnderlyingPrices(IMarketData market, UnderlyingTape tape)
{
    /// <summary>Reads and records them. Without prices quotes count as fresh for longer, and what needs a price is undecided.</summary>
    public async Task RecordAsync(MarketMoment moment, IReadOnlyList<BrokerPosition> held, CancellationToken cancellationToken)
    {
        var underlyings = held
            .Select(holding => OccSymbol.TryParse(holding.Symbol, out var contract, out _) ? contract.Underlying : holding.Symbol)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!moment.IsOpen || underlyings.Count == 0)
        {
            return;
        }

        var prices = await market.GetStockPricesAsync(underlyings, cancellationToken).ConfigureAwait(false);
        if (prices.Succeeded)
        {
            tape.Record(moment.Now, prices.Value);
        }
    }
}
