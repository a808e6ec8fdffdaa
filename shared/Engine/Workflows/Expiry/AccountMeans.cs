using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>What the account has for exercises, as it was read once for all positions that expire today.</summary>
/// <param name="Cash">USD, negative when borrowed; null if unknown.</param>
/// <param name="BuyingPower">USD, the broker's loan included; null if unknown.</param>
/// <param name="Held">All that is held, signed: shares by underlying, as option roots write it, contracts by OCC symbol; null if it could not be read.</param>
public sealed record AccountMeans(decimal? Cash, decimal? BuyingPower, IReadOnlyDictionary<string, decimal>? Held)
{
    public static AccountMeans Unknown { get; } = new(null, null, null);

    /// <summary>For one position beside all others that expire today: what a successful read does not list is not held.</summary>
    public ExerciseMeans Of(ExpiringPosition own, IEnumerable<ExpiringPosition> all)
    {
        var underlying = own.Position.Value.Underlying;
        var (dollars, shares) = (0m, 0m);
        foreach (var other in all.Where(other => other.Position.Value.Id != own.Position.Value.Id))
        {
            var isSame = other.Position.Value.Underlying == underlying;
            foreach (var leg in other.Position.Value.Structure.ClosingLegs.Where(leg => leg.Contract is not null && IsExercised(leg.Contract, own, other)))
            {
                var quantity = other.Position.Value.Quantity * Math.Abs(leg.Ratio) * leg.Multiplier;
                var buys = (leg.Contract!.Right == OptionRight.Call) == leg.IsLong;
                dollars += buys ? quantity * leg.Contract.Strike : 0;
                shares += buys || !isSame ? 0 : quantity;
            }
        }

        return new ExerciseMeans(Cash, BuyingPower, Held is null ? null : Held.GetValueOrDefault(underlying)) { DollarsClaimed = dollars, SharesClaimed = shares };
    }

    // Without a price it may be: then it counts, so that nobody is promised what another one takes.
    private static bool IsExercised(OptionContract contract, ExpiringPosition own, ExpiringPosition other) =>
        contract.Expiration == own.Assessment.Contract!.Expiration
        && (other.Underlying is not { } price || contract.IsAdjusted || BrokerOutlook.IsExercised(contract, price.Price));
}
