namespace ExitDesk.Domain.Exits;

/// <summary>Limits on the move of the underlying since the entry. Off unless a plan switches it on.</summary>
public sealed record UnderlyingMovePlan : RulePlan
{
    public UnderlyingMovePlan()
    {
        Enabled = false;
        Urgency = Urgency.Fast;
    }

    /// <summary>Fraction of the entry price that it may move against the position; above 0; null if that side has no limit.</summary>
    public decimal? Against { get; init; } = 0.03m;

    /// <summary>Fraction of the entry price that it may move for the position; above 0; null if that side has no limit.</summary>
    public decimal? For { get; init; }
}
