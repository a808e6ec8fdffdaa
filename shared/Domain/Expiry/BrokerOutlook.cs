using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Expiry;

/// <summary>What the broker does next with an expiring contract, from when, and what it would leave behind.</summary>
/// <param name="Step">What it does.</param>
/// <param name="From">UTC: when liquidation starts, or the close, after which exercise, assignment and expiry happen.</param>
/// <param name="Shares">Change of the shares held: + bought, − sold, 0 without exercise; null if unknown.</param>
/// <param name="Cash">Change of cash in USD by exercise or assignment: + received, − paid; null if unknown.</param>
/// <param name="CanAskNotToExercise">True if a do-not-exercise instruction makes sense: a long contract that is not surely worthless.</param>
public readonly record struct BrokerOutlook(
    BrokerNextStep Step, DateTimeOffset From, decimal? Shares, decimal? Cash, bool CanAskNotToExercise)
{
    /// <summary>A contract is exercised from this far in the money, USD per share.</summary>
    public const decimal ExerciseFrom = 0.01m;

    /// <summary>Looks ahead from the present price; to be asked again when it moves.</summary>
    /// <param name="holding">What is held.</param>
    /// <param name="underlying">USD per share; null if unknown.</param>
    /// <param name="deadline">Of the contract, today.</param>
    /// <param name="settings">When liquidation starts.</param>
    public static BrokerOutlook Of(in ExpiringHolding holding, decimal? underlying, ExpiryDeadline deadline, ExpirySettings settings)
    {
        var isLong = holding.Side == PositionSide.Long;
        var liquidationAt = deadline.LiquidationAt(settings) ?? deadline.CloseAt;
        if (underlying is not { } price || holding.Contract.IsAdjusted)
        {
            return new(BrokerNextStep.Unknown, liquidationAt, null, null, isLong);
        }

        if (!IsExercised(holding.Contract, price))
        {
            return new(BrokerNextStep.ExpiresWorthless, deadline.CloseAt, 0, 0, false);
        }

        var step = StepInTheMoney(holding);
        var buys = (holding.Contract.Right == OptionRight.Call) == isLong;
        var (shares, cash) = Delivers(step)
            ? (buys ? holding.Shares : -holding.Shares, (buys ? -1 : 1) * holding.Cost)
            : (step == BrokerNextStep.SellsOut ? 0 : (decimal?)null, (decimal?)null);
        var waits = step is BrokerNextStep.ExercisesAutomatically or BrokerNextStep.Assigns;
        return new(step, waits ? deadline.CloseAt : liquidationAt, shares, cash, isLong);
    }

    /// <summary>True if a contract finishes so far in the money at this price that it is exercised or assigned.</summary>
    /// <param name="contract">Not adjusted.</param>
    /// <param name="price">Of the underlying, USD per share.</param>
    public static bool IsExercised(OptionContract contract, decimal price) => contract.Right switch
    {
        OptionRight.Call => price - contract.Strike >= ExerciseFrom,
        OptionRight.Put => contract.Strike - price >= ExerciseFrom,
    };

    private static BrokerNextStep StepInTheMoney(in ExpiringHolding holding)
    {
        if (holding.IsSpreadLeg)
        {
            return BrokerNextStep.MayCloseOneLeg;
        }

        if (holding.Side == PositionSide.Short)
        {
            return BrokerNextStep.Assigns;
        }

        return Suffices(holding) switch
        {
            true => BrokerNextStep.ExercisesAutomatically,
            false => BrokerNextStep.SellsOut,
            null => BrokerNextStep.ExercisesOrSellsOut,
        };
    }

    private static bool? Suffices(in ExpiringHolding holding) => holding.Contract.Right switch
    {
        OptionRight.Call => holding.Means.Pay(holding.Cost),
        OptionRight.Put => holding.Means.Deliver(holding.Shares),
    };

    private static bool Delivers(BrokerNextStep step) => step switch
    {
        BrokerNextStep.ExercisesAutomatically or BrokerNextStep.Assigns => true,
        BrokerNextStep.Unknown or BrokerNextStep.ExpiresWorthless or BrokerNextStep.SellsOut
            or BrokerNextStep.ExercisesOrSellsOut or BrokerNextStep.MayCloseOneLeg => false,
    };
}
