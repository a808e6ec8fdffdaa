namespace ExitDesk.Domain.Exits;

/// <summary>What an early assignment of the short legs hangs on.</summary>
/// <param name="HasShortLegs">False: nothing can be assigned.</param>
/// <param name="IsInTheMoney">Whether any short leg is in the money; null if the underlying's price is unknown.</param>
/// <param name="Extrinsic">The least extrinsic value at the mid among the short legs in the money, USD per share; null if unknown.</param>
/// <param name="CallExtrinsic">The same, USD per share, among short calls in the money only; null if there is none, or unknown.</param>
/// <param name="Dividend">Cash dividend per share whose ex-date is the next session; 0 if none is due; null if unknown.</param>
public readonly record struct AssignmentFacts(
    bool HasShortLegs, bool? IsInTheMoney, decimal? Extrinsic, decimal? CallExtrinsic, decimal? Dividend);
