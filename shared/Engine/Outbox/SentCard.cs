using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Outbox;

/// <summary>Where a card stands in the chat.</summary>
/// <param name="MessageId">The chat's id; null if the last word went out before the first.</param>
/// <param name="IsFinal">True once its last word is there.</param>
/// <param name="At">When it was written, by the outbox entry's clock.</param>
public sealed record SentCard(int? MessageId, bool IsFinal, DateTimeOffset At)
{
    /// <summary>What it shows, to be shown again below; null on its last word, and if another version wrote the row.</summary>
    public Card? Shown { get; init; }

    /// <summary>True once it was shown again as a new message below.</summary>
    public bool IsAgain { get; init; }

    /// <summary>How many alerts of the same kind it stands for.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The outbox entry that it shows; null unless it counts alerts.</summary>
    public string? EntryId { get; init; }

    /// <summary>When the first of the alerts that it counts was raised; null unless it counts.</summary>
    public DateTimeOffset? FirstAt { get; init; }
}
