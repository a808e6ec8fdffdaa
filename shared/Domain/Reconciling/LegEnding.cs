using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>How contracts of one leg left the account without a trade.</summary>
/// <param name="Activity">The entry of the account's history that tells it: an expiration, exercise or assignment.</param>
/// <param name="Leg">Whose.</param>
/// <param name="Part">What the position takes of the entry. It must be written before anything is booked.</param>
public sealed record LegEnding(AccountActivity Activity, PositionLeg Leg, FillPart Part)
{
    /// <summary>Contracts, above 0; at most what the entry tells of.</summary>
    public decimal Quantity => Part.Quantity;

    /// <summary>
    /// The option's own result, USD: what was paid is lost, what was received is kept. Exercise and assignment move shares at the
    /// strike, so that the rest of the result is in the shares.
    /// </summary>
    public decimal RealizedPnl =>
        decimal.Round(-Math.Sign(Leg.Ratio) * Leg.EntryPrice * Quantity * Leg.Multiplier, 2, MidpointRounding.AwayFromZero);
}
