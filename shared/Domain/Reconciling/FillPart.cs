using System.Globalization;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Reconciling;

/// <summary>
/// What one position takes of a fill that no order of ours made, or of an expiration, exercise or assignment. It never changes: rows may
/// tell of it already.
/// </summary>
/// <param name="FillId">The broker's activity.</param>
/// <param name="Number">0 for the first part of it, then counting up: who takes the same number later takes nothing.</param>
/// <param name="PositionId">Whose part it is.</param>
/// <param name="Quantity">Contracts or shares, above 0.</param>
/// <param name="FilledAt">When it was filled or ended, UTC.</param>
public sealed record FillPart(string FillId, int Number, string PositionId, decimal Quantity, DateTimeOffset FilledAt)
{
    /// <summary>What rows call it: the activity's own id for the first part, so that one that a position takes whole keeps its name.</summary>
    public string Key => Number == 0 ? FillId : string.Create(CultureInfo.InvariantCulture, $"{FillId}:{Number}");

    /// <summary>The part as a fill of its own.</summary>
    /// <param name="whole">The fill it is of.</param>
    public Fill Of(Fill whole) => whole with { Quantity = Quantity };
}
