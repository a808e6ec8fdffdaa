namespace ExitDesk.Simulator.Venue;

/// <summary>One leg of a multi-leg order as asked for.</summary>
/// <param name="Symbol">OCC symbol.</param>
/// <param name="Ratio">Contracts per unit, positive.</param>
/// <param name="Intent">Never inferred: the broker wants it said.</param>
public sealed record OrderLeg(string Symbol, int Ratio, PositionIntent Intent)
{
    public OrderSide Side => Intent.Side();

    /// <summary>Contracts per unit: positive bought, negative sold.</summary>
    public int SignedRatio => Side == OrderSide.Buy ? Ratio : -Ratio;
}
