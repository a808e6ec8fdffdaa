using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Expiry;

/// <summary>The day of one contract that expired, as the audit has it.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Side">Long or short.</param>
/// <param name="Multiplier">Shares per contract.</param>
/// <param name="Assessments">The day's, oldest first; each that changed.</param>
/// <param name="Closes">Fills of the closings that the ladder ordered, and of no other.</param>
/// <param name="LeftQuantity">Contracts still held at the close.</param>
/// <param name="FinalUnderlying">The underlying's price at the close, USD per share; null if unknown.</param>
public sealed record ExpiryRecord(
    OptionContract Contract,
    PositionSide Side,
    int Multiplier,
    IReadOnlyList<ExpiryAssessment> Assessments,
    IReadOnlyList<ExpiryClose> Closes,
    decimal LeftQuantity,
    decimal? FinalUnderlying);
