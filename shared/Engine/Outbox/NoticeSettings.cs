using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Outbox;

/// <summary>Which messages the owner wants, and how; what is not named is on.</summary>
/// <param name="Kinds">By kind of message.</param>
/// <param name="Reasons">By the rule that a message is about.</param>
public sealed record NoticeSettings(IReadOnlyDictionary<NoticeKind, NoticeLevel> Kinds, IReadOnlyDictionary<ExitReason, NoticeLevel> Reasons)
{
    public static NoticeSettings Default { get; } = new(new Dictionary<NoticeKind, NoticeLevel>(), new Dictionary<ExitReason, NoticeLevel>());

    /// <summary>Counts changes, so that a button pressed on an older list is known.</summary>
    public int Version { get; init; }

    public NoticeLevel Of(NoticeKind kind) => Kinds.GetValueOrDefault(kind, NoticeLevel.On);

    public NoticeLevel Of(ExitReason reason) => Reasons.GetValueOrDefault(reason, NoticeLevel.On);

    /// <summary>Why a kind of message cannot be turned off; null if it can.</summary>
    public static string? MustArrive(NoticeKind kind) => kind switch
    {
        NoticeKind.Alert => "an alert tells what costs money if nobody reads it",
        NoticeKind.Expiry => "an expiring position that nobody looks at may be exercised",
        NoticeKind.Question => "a question that nobody reads is answered by silence",
        NoticeKind.Answer => "a command without an answer looks lost",
        NoticeKind.Close or NoticeKind.Receipt or NoticeKind.WouldClose or NoticeKind.Position or NoticeKind.Statistic => null,
    };

    /// <summary>Why messages about a rule cannot be turned off; null if they can.</summary>
    public static string? MustArrive(ExitReason reason) => reason switch
    {
        ExitReason.Emergency => "in an emergency every close is told",
        ExitReason.ExerciseRisk => "a close at expiration is always told",
        _ => null,
    };

    /// <summary>How a message arrives: by its kind or its rule, whichever is quieter; what must arrive does, without a sound at least.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="reason">The rule it is about; null if none.</param>
    public NoticeLevel Of(NoticeKind kind, ExitReason? reason)
    {
        var byReason = reason is { } rule ? Of(rule) : NoticeLevel.On;
        var level = byReason < Of(kind) ? byReason : Of(kind);
        return level == NoticeLevel.Off && (MustArrive(kind) is not null || (reason is { } named && MustArrive(named) is not null)) ? NoticeLevel.Silent : level;
    }
}
