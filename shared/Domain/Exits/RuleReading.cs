namespace ExitDesk.Domain.Exits;

/// <summary>One rule's reading of a position, for "why": what it measures, where it fires, and how far that is.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Enabled">False if the plan has it off.</param>
/// <param name="Value">A fraction, a multiple of the credit, a count of days or minutes, or USD per share, as the rule has it; null if
/// it cannot be measured.</param>
/// <param name="Threshold">In the same unit; null if it does not apply.</param>
/// <param name="FiresAt">The closing-side price per share at which it fires, not rounded to a tick; null if no price fires it.</param>
/// <param name="Distance">How far the closing-side price is from there, USD per share; 0 once past it; null if unknown.</param>
/// <param name="Decision">What the rule says now, before confirmation and silence.</param>
public sealed record RuleReading(
    ExitReason Rule,
    bool Enabled,
    decimal? Value,
    decimal? Threshold,
    decimal? FiresAt,
    decimal? Distance,
    ExitDecision Decision)
{
    /// <summary>How far the underlying would have to move for it, USD per share, negative for a fall; by delta alone, so near for small
    /// moves only; 0 once past it; null without greeks or price.</summary>
    public decimal? UnderlyingDistance { get; init; }

    /// <summary>UTC; when time alone lets it fire, or did; null if time does not, or later than the known sessions.</summary>
    public DateTimeOffset? FiresAtTime { get; init; }

    /// <summary>Until <see cref="FiresAtTime"/>; zero once past it; null likewise.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>True if the owner silenced it for now, or it gave up this session.</summary>
    public bool IsSilenced { get; init; }

    /// <summary>Whether it acts, asks, or asks and then acts.</summary>
    public Approval Approval { get; init; }
}
