using ExitDesk.Domain.Expiry;

namespace ExitDesk.Engine.State;

/// <summary>What the expiry guardian knows of one position on its last day: written when something changed, and removed after the day's summary.</summary>
/// <param name="PositionId">Whose.</param>
/// <param name="Day">The exchange day.</param>
/// <param name="Last">The last assessment that was worth an audit row.</param>
/// <param name="Peak">The one that asked for most, with the day's highest level of risk.</param>
public sealed record ExpiryWatch(string PositionId, DateOnly Day, ExpiryAssessment Last, ExpiryAssessment Peak)
{
    /// <summary>The loudest so far.</summary>
    public ExpiryAlarm Alarm { get; init; }

    /// <summary>Of the newest card; null if there is none, or it has said its last word.</summary>
    public string? Token { get; init; }

    /// <summary>When the newest card was last written; null if there is none.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>What the newest card says, as far as a change is worth an edit; null if there is none.</summary>
    public string? Shown { get; init; }

    /// <summary>When the owner was told of orders that rest in it at T-2, or that there are none; null until then.</summary>
    public DateTimeOffset? StopsSeenAt { get; init; }

    /// <summary>With an assessment worked in.</summary>
    public ExpiryWatch With(in ExpiryAssessment assessment)
    {
        var level = assessment.Risk.Level > Peak.Risk.Level ? assessment.Risk.Level : Peak.Risk.Level;
        var peak = assessment.Action > Peak.Action ? assessment : Peak;
        return this with { Last = assessment, Peak = peak with { Risk = peak.Risk with { Level = level } } };
    }
}
