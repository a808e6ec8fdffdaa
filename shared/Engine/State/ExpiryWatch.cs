using ExitDesk.Domain.Expiry;

namespace ExitDesk.Engine.State;

/// <summary>What the expiry guardian knows of one position on its last day: written when something changed, and removed after the day's summary.</summary>
/// <param name="PositionId">Whose.</param>
/// <param name="Day">The exchange day.</param>
/// <param name="Last">The last assessment that was worth an audit row.</param>
/// <param name="Peak">The one that asked for most, with the day's highest level of risk.</param>
public sealed record ExpiryWatch(string PositionId, DateOnly Day, ExpiryAssessment Last, ExpiryAssessment Peak)
{
    /// <summary>The loudest that made a sound so far; a fall leaves it.</summary>
    public ExpiryAlarm Alarm { get; init; }

    /// <summary>When a new message last made a sound, UTC; null if none did.</summary>
    public DateTimeOffset? SoundedAt { get; init; }

    /// <summary>Of the newest card; null if there is none, or it has said its last word.</summary>
    public string? Token { get; init; }

    /// <summary>Of an earlier card on which a first tap waits for its second; null if there is none. It outlives the alarms below it.</summary>
    public string? AskedToken { get; init; }

    /// <summary>What the newest card says, as far as a change is worth an edit; null if there is none.</summary>
    public string? Shown { get; init; }

    /// <summary>When the owner was told of orders that rest in it at T-2, or that there are none; null until then.</summary>
    public DateTimeOffset? StopsSeenAt { get; init; }

    /// <summary>True if a card of it may still carry buttons.</summary>
    public bool HasCards => (Token ?? AskedToken) is not null;

    /// <summary>With an assessment worked in.</summary>
    public ExpiryWatch With(in ExpiryAssessment assessment)
    {
        var level = assessment.Risk.Level > Peak.Risk.Level ? assessment.Risk.Level : Peak.Risk.Level;
        var peak = assessment.Action > Peak.Action ? assessment : Peak;
        return this with { Last = assessment, Peak = peak with { Risk = peak.Risk with { Level = level } } };
    }
}
