using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Expiry;

/// <summary>What is held of a contract that expires today, and what exercise would need.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Side">Long is exercised, short is assigned.</param>
/// <param name="Quantity">Contracts, above 0.</param>
/// <param name="Multiplier">Shares per contract, the broker's.</param>
/// <param name="IsSpreadLeg">True if another option leg is held with it as one structure.</param>
/// <param name="Means">What the account has for it.</param>
public readonly record struct ExpiringHolding(
    OptionContract Contract, PositionSide Side, decimal Quantity, int Multiplier, bool IsSpreadLeg, ExerciseMeans Means)
{
    /// <summary>Shares that change hands on exercise or assignment.</summary>
    public decimal Shares => Quantity * Multiplier;

    /// <summary>What those shares cost at the strike, USD.</summary>
    public decimal Cost => Shares * Contract.Strike;
}
