using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Structures;

/// <summary>All holdings by symbol, with what of each is in no structure yet.</summary>
internal sealed class LegPool
{
    private readonly Dictionary<string, LooseLeg> _legs;

    private LegPool(Dictionary<string, LooseLeg> legs, IReadOnlyList<BrokerPosition> unread)
    {
        _legs = legs;
        Unread = unread;
    }

    /// <summary>Options whose multiplier nobody knows, by symbol.</summary>
    public IReadOnlyList<BrokerPosition> Unread { get; }

    public IEnumerable<LooseLeg> Legs => _legs.Values;

    /// <summary>Reads the holdings. A multiplier that is not given is that of a known structure with the same contract.</summary>
    public static LegPool Of(
        IReadOnlyCollection<BrokerPosition> holdings,
        IReadOnlyCollection<KnownStructure> known,
        IReadOnlyDictionary<string, int> multipliers)
    {
        var legs = new Dictionary<string, LooseLeg>(holdings.Count, StringComparer.Ordinal);
        var unread = new List<BrokerPosition>();
        Dictionary<string, int>? remembered = null;
        foreach (var holding in holdings)
        {
            var leg = new PositionLeg(holding.Symbol, holding.Quantity > 0 ? 1 : -1, holding.AverageEntryPrice, 1);
            if (leg.Contract is not null)
            {
                if (!multipliers.TryGetValue(holding.Symbol, out var multiplier)
                    && !(remembered ??= Remembered(known)).TryGetValue(holding.Symbol, out multiplier))
                {
                    unread.Add(holding);
                    continue;
                }

                leg = leg with { Multiplier = multiplier };
            }

            legs.Add(holding.Symbol, new LooseLeg(leg, Math.Abs(holding.Quantity), holding.AssetClass == "us_equity"));
        }

        unread.Sort(static (left, right) => string.CompareOrdinal(left.Symbol, right.Symbol));
        return new LegPool(legs, unread);
    }

    /// <summary>The holding on the side of a leg; null if there is none on it.</summary>
    public LooseLeg? Find(PositionLeg leg) => Find(leg.Symbol, leg.IsLong);

    /// <summary>The holding of a symbol on one side; null if there is none on it.</summary>
    public LooseLeg? Find(string symbol, bool isLong) => _legs.TryGetValue(symbol, out var loose) && loose.Leg.IsLong == isLong ? loose : null;

    /// <summary>How many units of these legs are loose.</summary>
    public decimal Complete(IReadOnlyList<PositionLeg> legs)
    {
        if (legs is [var single])
        {
            return (Find(single)?.Left ?? 0) / Math.Abs(single.Ratio);
        }

        var units = decimal.MaxValue;
        foreach (var leg in legs)
        {
            units = Math.Min(units, (Find(leg)?.Left ?? 0) / Math.Abs(leg.Ratio));
        }

        return decimal.Floor(units);
    }

    /// <summary>Takes units of these legs, which must be loose.</summary>
    public void Take(IReadOnlyList<PositionLeg> legs, decimal units)
    {
        if (units > 0)
        {
            foreach (var leg in legs)
            {
                Find(leg)!.Left -= units * Math.Abs(leg.Ratio);
            }
        }
    }

    private static Dictionary<string, int> Remembered(IReadOnlyCollection<KnownStructure> known)
    {
        var multipliers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leg in known.OrderBy(one => one.PositionId, StringComparer.Ordinal).SelectMany(one => one.Structure.Legs))
        {
            multipliers.TryAdd(leg.Symbol, leg.Multiplier);
        }

        return multipliers;
    }
}
