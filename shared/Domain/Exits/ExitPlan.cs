namespace ExitDesk.Domain.Exits;

/// <summary>The rules that guard one position.</summary>
public sealed record ExitPlan(StopLossPlan StopLoss, TakeProfitPlan TakeProfit)
{
    /// <summary>What holds where nothing else is said.</summary>
    public static ExitPlan Default { get; } = new(new StopLossPlan(), new TakeProfitPlan());

    /// <summary>A plan with every rule off, as stock has it.</summary>
    public static ExitPlan Off { get; } = new(new StopLossPlan(Enabled: false), new TakeProfitPlan(Enabled: false));

    /// <summary>Whether a reason's rule acts by itself. The owner's own close always does.</summary>
    public Approval ApprovalOf(ExitReason reason) => reason switch
    {
        ExitReason.OwnerRequest => Approval.Act,
        ExitReason.StopLoss => StopLoss.Approval,
        ExitReason.TakeProfit => TakeProfit.Approval,
    };
}
