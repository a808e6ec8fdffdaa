namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>The close of one side of a bar.</summary>
/// <param name="Price">USD × 10000.</param>
/// <param name="Size">Contracts for options, shares for stocks.</param>
internal readonly record struct BarSide(int Price, int Size)
{
    /// <summary>Stands for a side that was never quoted.</summary>
    public static BarSide Missing { get; } = new(-1, 0);

    public bool IsMissing => Price < 0;

    /// <summary>USD; null when missing.</summary>
    public decimal? ToPrice() => IsMissing ? null : Price / 10_000m;
}
