namespace ExitDesk.Domain.Exits;

/// <summary>What an early assignment of the short legs hangs on.</summary>
/// <param name="HasShortLegs">False: nothing can be assigned.</param>
/// <param name="IsInTheMoney">Whether any short leg is in the money; null if none is known to be, and one cannot be told.</param>
/// <param name="Extrinsic">The least extrinsic value at the mid among the short legs in the money whose quote is usable, USD per share;
/// null if there is none.</param>
/// <param name="CallExtrinsic">The same, USD per share, among short calls only; null if there is none.</param>
/// <param name="Dividend">Cash dividend per share whose ex-date is the next session; 0 if none is due; null if unknown.</param>
public readonly record struct AssignmentFacts(
    bool HasShortLegs, bool? IsInTheMoney, decimal? Extrinsic, decimal? CallExtrinsic, decimal? Dividend)
{
    /// <summary>True if a short leg that is, or may be, in the money could not be measured: the others may fire, and cannot hold for it.</summary>
    public bool IsPartial { get; init; }
}
