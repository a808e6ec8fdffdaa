using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.State;

/// <summary>A question to the owner, bound to what they were shown.</summary>
/// <param name="Token">Random, single use: what a button carries.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="PositionId">Null for questions about the whole desk.</param>
/// <param name="Decision">The rule's finding; null for the owner's own questions.</param>
/// <param name="Bid">Shown on the card, USD per share; null if unknown.</param>
/// <param name="Ask">Shown on the card, USD per share; null if unknown.</param>
/// <param name="WorstPrice">
/// The closing-side price, USD per share, up to which a tap acts; beyond it the card is quoted anew. Null if not price-bound.
/// </param>
/// <param name="AskedAt">The broker's clock.</param>
/// <param name="LapsesAt">From this instant on it no longer acts.</param>
/// <param name="Status">Whether it still may be answered.</param>
public sealed record ApprovalCard(
    string Token,
    ApprovalKind Kind,
    string? PositionId,
    ApprovalFinding? Decision,
    decimal? Bid,
    decimal? Ask,
    decimal? WorstPrice,
    DateTimeOffset AskedAt,
    DateTimeOffset LapsesAt,
    ApprovalStatus Status)
{
    /// <summary>When it acts by itself unless answered, by the broker's clock; null if unanswered it only lapses.</summary>
    public DateTimeOffset? ActsAt { get; init; }

    /// <summary>The rule that then acts, if it still fires; null if none does. Another one than asks where that one superseded its card.</summary>
    public ExitReason? ActsFor { get; init; }

    /// <summary>What the rule that asks does from the next session on, once this lapsed unanswered: ask again, or, where it asks only
    /// once, as its plan says.</summary>
    public Approval NextSession { get; init; } = Approval.Ask;

    /// <summary>Ids of the positions it is about where they are several; empty else.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>The entry that it is about; null if it is about none.</summary>
    public string? EntryId { get; init; }

    /// <summary>The last tap that did not act, after which the card asked again; null if there was none.</summary>
    public AskedAgain? AskedAgain { get; init; }

    /// <summary>Who answered or why it ended, for the card; null while open.</summary>
    public string? Answer { get; init; }
}
