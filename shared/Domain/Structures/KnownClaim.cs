namespace ExitDesk.Domain.Structures;

/// <summary>What one known structure gets of the holdings.</summary>
internal sealed class KnownClaim(KnownStructure known, LegPool pool)
{
    private readonly List<LegQuantity> _lost = [];
    private IReadOnlyList<Structure> _rest = [];

    public KnownStructure Known { get; } = known;

    public IReadOnlyList<PositionLeg> Legs => Known.Structure.Legs;

    /// <summary>Complete units so far.</summary>
    public decimal Units { get; private set; }

    /// <summary>True if it claims its legs before what is loose looks for partners.</summary>
    public bool ClaimsFirst => Known.IsPinned || Legs.Count > 1;

    /// <summary>True if a loose single leg of the same contract and side is more of it: bought beside an entry of ours it is not.</summary>
    public bool TakesSingles => Legs.Count == 1 && !(Known is { IsPinned: true, HasOwnEntry: true });

    public bool IsBroken => _rest.Count > 0;

    /// <summary>Units that it lost, whoever holds them now.</summary>
    public decimal Shrunk => Math.Max(Known.Structure.Units - Units, 0);

    public void ClaimComplete() => Claim(Math.Min(Known.Structure.Units, pool.Complete(Legs)));

    /// <summary>Keeps what is left of broken units together. Shares behind a covered call are free at once.</summary>
    public void ClaimRest()
    {
        if (Shrunk == 0 || Legs.Count == 1)
        {
            return;
        }

        var rest = new List<LooseLeg>();
        foreach (var leg in Legs)
        {
            var wanted = Shrunk * Math.Abs(leg.Ratio);
            var loose = pool.Find(leg);
            var there = Math.Min(loose?.Left ?? 0, wanted);
            if (there < wanted)
            {
                _lost.Add(new LegQuantity(leg.Symbol, leg.IsLong ? wanted - there : there - wanted));
            }

            if (there > 0 && Known.Structure.ClosingLegs.Contains(leg))
            {
                loose!.Left -= there;
                rest.Add(new LooseLeg(Priced(leg, loose) with { Ratio = Math.Sign(leg.Ratio) }, there, loose.IsStock));
            }
        }

        _rest = [.. rest.GroupBy(leg => leg.Group).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(LooseMatch.TakeAll)];
    }

    /// <summary>Takes more complete units of the same legs. Long legs alone are never paired, and entries of ours never grow.</summary>
    /// <returns>How many.</returns>
    public decimal Grow()
    {
        var more = Legs.Count == 1 || IsBroken || Known.HasOwnEntry || !Legs.Any(leg => leg is { IsLong: false, Contract: not null })
            ? 0
            : pool.Complete(Legs);
        Claim(more);
        return more;
    }

    /// <summary>Takes a loose single leg of the same contract and side.</summary>
    public void Add(Structure single) => Units += single.Units;

    public Structure? Complete()
    {
        if (Units == 0)
        {
            return null;
        }

        var legs = Legs.Select(leg => Priced(leg, pool.Find(leg)!)).ToList();
        return Units == Known.Structure.Units && legs.SequenceEqual(Legs)
            ? Known.Structure
            : new Structure(Known.Structure.Kind, legs, Units);
    }

    public OrphanedStructure Orphan() => new(Known, Complete(), _rest, _lost);

    private void Claim(decimal units)
    {
        pool.Take(Legs, units);
        Units += units;
    }

    private PositionLeg Priced(PositionLeg leg, LooseLeg held)
    {
        var price = Known.HasOwnEntry && Units <= Known.Structure.Units ? leg.EntryPrice : held.Leg.EntryPrice;
        return price == leg.EntryPrice && held.Leg.Multiplier == leg.Multiplier
            ? leg
            : leg with { EntryPrice = price, Multiplier = held.Leg.Multiplier };
    }
}
