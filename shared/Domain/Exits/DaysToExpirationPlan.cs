namespace ExitDesk.Domain.Exits;

/// <summary>Credit structures are closed before gamma grows.</summary>
public sealed record DaysToExpirationPlan : RulePlan
{
    public DaysToExpirationPlan()
    {
        Urgency = Urgency.Patient;
        Approval = Approval.AskThenAct;
    }

    /// <summary>New York calendar days to expiration at which it fires, 0 or more.</summary>
    public int Days { get; init; } = 21;
}
