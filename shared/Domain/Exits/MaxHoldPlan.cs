namespace ExitDesk.Domain.Exits;

/// <summary>A limit on how long a position is held. Off unless a plan switches it on.</summary>
public sealed record MaxHoldPlan : RulePlan
{
    public MaxHoldPlan()
    {
        Enabled = false;
        Urgency = Urgency.Patient;
        Approval = Approval.AskThenAct;
    }

    /// <summary>How many of them: trading minutes in intraday plans, else calendar days. Above 0.</summary>
    public int Limit { get; init; } = 30;

    /// <summary>True if the limit counts trading minutes; false if it counts New York calendar days.</summary>
    public bool InTradingMinutes { get; init; }
}
