namespace ExitDesk.Domain.Exits;

/// <summary>What every rule has, beside its own thresholds.</summary>
public abstract record RulePlan
{
    /// <summary>How long an unanswered question waits where nothing else is said.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(30);

    /// <summary>False switches the rule off: it neither fires nor stays undecided.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it acts, asks, or asks and then acts.</summary>
    public Approval Approval { get; init; } = Approval.Act;

    /// <summary>How hard its close is pressed.</summary>
    public Urgency Urgency { get; init; } = Urgency.Normal;

    /// <summary>For <see cref="Approval.AskThenAct"/>: how long it waits for an answer, above 0; never past the deadline − 10 min.</summary>
    public TimeSpan Patience { get; init; } = DefaultPatience;
}
