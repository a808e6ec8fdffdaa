using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Somebody's wish to open a position, as it was read. It is a wish: gates decide.</summary>
/// <param name="Id">Its sender's, 1 to 64 of <c>A-Z a-z 0-9 . _ : -</c>; the same id is the same wish.</param>
/// <param name="Action">What is to be opened.</param>
/// <param name="Legs">One; of a vertical two, the bought one first. All open.</param>
/// <param name="Quantity">Contracts, shares, or units of a vertical; above 0.</param>
/// <param name="ExpiresAt">UTC; nothing is sent from then on, and what works is cancelled.</param>
public sealed record Recommendation(
    string Id,
    EntryAction Action,
    IReadOnlyList<OrderLeg> Legs,
    int Quantity,
    DateTimeOffset ExpiresAt)
{
    /// <summary>USD per share, above 0; of a vertical the signed net: debit positive, credit negative. Null if the slippage is given.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>USD per share that may be given away against the mid, 0 or more; null if the limit is given.</summary>
    public decimal? MaximumSlippage { get; init; }

    /// <summary>The tag that the position will have; null for none.</summary>
    public string? Strategy { get; init; }

    /// <summary>Rules for the position, a JSON object as under <c>positions</c> of a plan; null for none of its own.</summary>
    public string? ExitPlan { get; init; }

    /// <summary>In its sender's words, at most 500 characters; null for none.</summary>
    public string? Notes { get; init; }

    /// <summary>The stock behind it, as option roots write it.</summary>
    public string Underlying => StockSymbol.UnderlyingOf(Legs[0].Symbol);

    public bool IsMultiLeg => Legs.Count > 1;

    public bool Equals(Recommendation? other) => other is not null
        && (Id, Action, Quantity, ExpiresAt, LimitPrice, MaximumSlippage) == (other.Id, other.Action, other.Quantity, other.ExpiresAt, other.LimitPrice, other.MaximumSlippage)
        && (Strategy, ExitPlan, Notes) == (other.Strategy, other.ExitPlan, other.Notes)
        && Legs.SequenceEqual(other.Legs);

    public override int GetHashCode() => HashCode.Combine(Id, Action, Quantity, ExpiresAt);
}
