namespace ExitDesk.Domain.Structures;

/// <summary>What joined structures of several legs in this match, by contract and side: it was not closed, it moved.</summary>
internal sealed class AbsorbedQuantities
{
    private readonly Dictionary<(string Symbol, bool IsLong), decimal> _joined = [];

    /// <summary>Notes units of legs that joined.</summary>
    public void Add(IReadOnlyList<PositionLeg> legs, decimal units)
    {
        if (legs.Count == 1 || units == 0)
        {
            return;
        }

        foreach (var leg in legs)
        {
            var key = (leg.Symbol, leg.IsLong);
            _joined[key] = _joined.GetValueOrDefault(key) + (units * Math.Abs(leg.Ratio));
        }
    }

    /// <summary>How many of the units that a single leg lost are in other structures; each is counted once.</summary>
    public decimal TakeFor(KnownClaim claim)
    {
        if (claim.Shrunk == 0 || claim.ClaimsFirst)
        {
            return 0;
        }

        var key = (claim.Legs[0].Symbol, claim.Legs[0].IsLong);
        var moved = Math.Min(claim.Shrunk, _joined.GetValueOrDefault(key));
        if (moved > 0)
        {
            _joined[key] -= moved;
        }

        return moved;
    }
}
