namespace ExitDesk.Domain.Exits;

/// <summary>Flat before the night, for positions tagged as day trades.</summary>
public sealed record DayTradeClosePlan : RulePlan
{
    public DayTradeClosePlan()
    {
        Enabled = false;
        Urgency = Urgency.Fast;
    }

    /// <summary>New York time from which it fires, whatever the close.</summary>
    public TimeOnly Latest { get; init; } = new(15, 55);

    /// <summary>How long before the session's close, and before the contract's deadline, it fires; above 0.</summary>
    public TimeSpan Before { get; init; } = TimeSpan.FromMinutes(5);
}
