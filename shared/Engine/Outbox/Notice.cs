using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Outbox;

/// <summary>Words to the owner.</summary>
/// <param name="Card">What they read.</param>
/// <param name="CardKey">Names the card so that later notices of the same key replace it in place; null for a message of its own.</param>
/// <param name="IsFinal">True for the last word on that card: anything earlier that arrives late is dropped.</param>
public sealed record Notice(Card Card, string? CardKey = null, bool IsFinal = false)
{
    /// <summary>What it is about: the owner's settings and the order in a busy chat go by it.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The rule it is about; null if none.</summary>
    public ExitReason? Reason { get; init; }

    /// <summary>Names alerts that say the same again and again: for ten minutes they are one message with a count. Null if each stands for itself.</summary>
    public string? Repeats { get; init; }

    /// <summary>True for a word that says something in the card's place alone: it is not sent where the card never arrived.</summary>
    public bool IsInPlaceOnly { get; init; }

    /// <summary>True to show the card again as a new message below all others; the one above then loses its buttons.</summary>
    public bool IsAnew { get; init; }

    /// <summary>What a message of its own is news of, where the newest says all: older ones that still wait are dropped. Null if each must arrive.</summary>
    public string? Topic { get; init; }

    /// <summary>What a later notice makes this one idle by; null if none does.</summary>
    public string? Subject => CardKey is not null ? $"card:{CardKey}" : Topic is not null ? $"topic:{Topic}" : null;
}
