using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Contracts of which the broker holds just what the ledger says, and nobody closes any: whatever others closed of them, they opened again.</summary>
/// <param name="Symbols">OCC and stock symbols, those among them of which neither holds anything.</param>
/// <param name="Until">UTC: what was filled later may be missing from the next read of the positions.</param>
public sealed record CalmContracts(IReadOnlySet<string> Symbols, DateTimeOffset Until)
{
    /// <summary>Says nothing of any contract.</summary>
    public static CalmContracts None { get; } = new(new HashSet<string>(), DateTimeOffset.MinValue);

    /// <summary>Compares one read of the positions with the ledger as it was before.</summary>
    /// <param name="ledger">All positions of the ledger, ended ones among them.</param>
    /// <param name="held">Everything the broker lists.</param>
    /// <param name="until">Safely before that read, by the broker's clock.</param>
    public static CalmContracts Of(IReadOnlyCollection<Position> ledger, IReadOnlyCollection<BrokerPosition> held, DateTimeOffset until)
    {
        var live = ledger.Where(position => position.Status.IsLive()).ToList();
        var known = live.SelectMany(position => position.Legs.Select(leg => (leg.Symbol, Quantity: leg.Ratio * position.Quantity))).ToLookup(leg => leg.Symbol, leg => leg.Quantity);
        var listed = held.ToLookup(holding => holding.Symbol, holding => holding.Quantity);
        var restless = live.Where(IsRestless).SelectMany(position => position.Legs).Select(leg => leg.Symbol)
            .Concat(ledger.SelectMany(position => position.Unexplained).Select(lost => lost.Symbol))
            .ToHashSet(StringComparer.Ordinal);
        return new CalmContracts(
            ledger.SelectMany(position => position.Legs).Select(leg => leg.Symbol)
                .Where(symbol => !restless.Contains(symbol) && known[symbol].Sum() == listed[symbol].Sum())
                .ToHashSet(StringComparer.Ordinal),
            until);
    }

    private static bool IsRestless(Position position) =>
        position.Status == PositionStatus.Closing || position.MissingReads > 0 || position.ShrunkSince is not null || position.UnevenSince is not null;
}
