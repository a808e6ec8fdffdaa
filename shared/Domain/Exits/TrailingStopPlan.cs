namespace ExitDesk.Domain.Exits;

/// <summary>A stop that follows the best return. Off unless a plan switches it on.</summary>
public sealed record TrailingStopPlan : RulePlan
{
    public TrailingStopPlan()
    {
        Enabled = false;
        Urgency = Urgency.Fast;
    }

    /// <summary>The best return (debit) or profit fraction (credit) from which it follows; above 0.</summary>
    public decimal Arm { get; init; } = 0.25m;

    /// <summary>How much of it may be given back before it fires, in the same unit; above 0, at most <see cref="Arm"/>.</summary>
    public decimal GiveBack { get; init; } = 0.15m;
}
