using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Multipliers of everything held, from the broker's contracts: never assumed.</summary>
public sealed class ContractBook(IMarketData market)
{
    /// <summary>Shares per contract by OCC symbol. What the ledger has is not asked for again; what cannot be read is absent.</summary>
    public async Task<IReadOnlyDictionary<string, int>> MultipliersAsync(
        IReadOnlyCollection<Position> ledger, IReadOnlyCollection<BrokerPosition> held, CancellationToken cancellationToken)
    {
        var known = ledger
            .Where(position => position.Status.IsLive())
            .SelectMany(position => position.Legs)
            .Where(leg => leg.Contract is not null)
            .DistinctBy(leg => leg.Symbol)
            .ToDictionary(leg => leg.Symbol, leg => leg.Multiplier);
        var missing = held
            .Select(holding => holding.Symbol)
            .Where(symbol => !known.ContainsKey(symbol) && OccSymbol.TryParse(symbol, out _, out _))
            .ToList();
        if (missing.Count > 0)
        {
            foreach (var (symbol, read) in await market.GetContractsAsync(missing, cancellationToken).ConfigureAwait(false))
            {
                if (read.Succeeded)
                {
                    known[symbol] = read.Value.Multiplier;
                }
            }
        }

        return known;
    }

    /// <summary>What the owner must hear of positions that cannot be recorded yet.</summary>
    public static string Complaint(IReadOnlyCollection<BrokerPosition> unread) =>
        $"contracts: the broker's listing of {string.Join(", ", unread.Select(holding => holding.Symbol))} cannot be read, "
        + "so nobody watches what is held in it; it is tried again at the next sync";
}
