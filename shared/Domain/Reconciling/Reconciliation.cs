using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Compares the ledger with a complete, successful read of the broker's positions. Pure.</summary>
public static class Reconciliation
{
    /// <summary>A position is gone only after two reads this far apart.</summary>
    public static readonly TimeSpan BetweenMissingReads = TimeSpan.FromSeconds(10);

    /// <summary>Plans what the ledger must learn.</summary>
    /// <param name="ledger">All positions of the ledger, ended ones of today among them (their ids are taken).</param>
    /// <param name="held">Everything the broker lists.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="tradingDate">Its day in New York.</param>
    /// <param name="external">What to do with positions that the desk did not open.</param>
    public static IReadOnlyList<PositionChange> Plan(
        IReadOnlyCollection<Position> ledger,
        IReadOnlyCollection<BrokerPosition> held,
        DateTimeOffset now,
        DateOnly tradingDate,
        Management external)
    {
        var live = ledger.Where(position => position.Status.IsLive()).OrderBy(position => position.Id, StringComparer.Ordinal).ToList();
        var shorts = UnderlyingsOfShorts(held);
        var changes = new List<PositionChange>();
        foreach (var holding in held.OrderBy(holding => holding.Symbol, StringComparer.Ordinal))
        {
            var management = ManagementPolicy.Of(holding, shorts, external);
            if (live.Find(position => position.Symbol == holding.Symbol && position.Side == SideOf(holding)) is { } known)
            {
                live.Remove(known);
                AddChange(changes, known, holding, management);
                continue;
            }

            changes.Add(new PositionChange.Found(NewPosition(ledger, holding, management, now, tradingDate)));
        }

        // A position whose sign flipped is missing too: for two reads the ledger has both sides of its symbol.
        foreach (var missing in live)
        {
            AddMissing(changes, missing, now);
        }

        return changes;
    }

    private static void AddChange(List<PositionChange> changes, Position known, BrokerPosition holding, Management management)
    {
        var listed = known with { MissingReads = 0, MissingSince = null };
        if (known.Status == PositionStatus.Closing)
        {
            if (listed != known)
            {
                changes.Add(new PositionChange.Counted(listed));
            }

            return;
        }

        // Watched by the owner's wish stays watched; only "can it be managed at all" follows the account.
        var managed = management == Management.NotManagedYet ? management
            : known.Management == Management.NotManagedYet ? management : known.Management;
        var updated = listed with
        {
            Quantity = Math.Abs(holding.Quantity),
            EntryPrice = holding.AverageEntryPrice,
            Management = managed,
            ShrunkSince = Math.Abs(holding.Quantity) < known.Quantity ? known.ShrunkSince : null,
        };
        if (updated.Quantity != known.Quantity || updated.EntryPrice != known.EntryPrice || updated.Management != known.Management)
        {
            changes.Add(new PositionChange.Changed(updated, known));
        }
        else if (updated != known)
        {
            changes.Add(new PositionChange.Counted(updated));
        }
    }

    private static void AddMissing(List<PositionChange> changes, Position known, DateTimeOffset now)
    {
        // A closing looks for itself: it knows its own orders.
        if (known.Status == PositionStatus.Closing)
        {
            return;
        }

        var missing = known with { MissingReads = known.MissingReads + 1, MissingSince = known.MissingSince ?? now };
        changes.Add(missing.MissingReads >= 2 && now - missing.MissingSince >= BetweenMissingReads
            ? new PositionChange.Vanished(missing)
            : new PositionChange.Counted(missing));
    }

    private static Position NewPosition(
        IReadOnlyCollection<Position> ledger, BrokerPosition holding, Management management, DateTimeOffset now, DateOnly tradingDate)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{holding.Symbol}-{tradingDate:yyyyMMdd}-");
        var ordinal = 1 + ledger.Count(position => position.Id.StartsWith(stem, StringComparison.Ordinal));
        return new Position(
            stem + ordinal.ToString(CultureInfo.InvariantCulture),
            holding.Symbol,
            holding.AssetClass,
            SideOf(holding),
            Math.Abs(holding.Quantity),
            OccSymbol.TryParse(holding.Symbol, out _, out _) ? ManagementPolicy.StandardMultiplier : 1,
            holding.AverageEntryPrice,
            now,
            PositionStatus.Open,
            management);
    }

    private static HashSet<string> UnderlyingsOfShorts(IEnumerable<BrokerPosition> held) =>
        [.. held.Where(holding => holding.Quantity < 0)
            .Select(holding => OccSymbol.TryParse(holding.Symbol, out var contract, out _) ? contract.Underlying : ManagementPolicy.RootOfStock(holding.Symbol))];

    private static PositionSide SideOf(BrokerPosition holding) => holding.Quantity > 0 ? PositionSide.Long : PositionSide.Short;
}
