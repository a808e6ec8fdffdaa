using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Overrides;

/// <summary>One answer of the owner, compared for good.</summary>
/// <param name="Id">Of the override: a function of position, kind and instant.</param>
/// <param name="Kind">What was answered.</param>
/// <param name="PositionId">About which position.</param>
/// <param name="Rule">The rule that asked; null if none did.</param>
/// <param name="AnsweredAt">The broker's clock, UTC.</param>
/// <param name="AnsweredBy">The user's name.</param>
/// <param name="Units">Contracts, or units of a spread, that were compared; null if none were.</param>
/// <param name="RuleValue">What the rules alone would have got, USD per share: positive brings, negative costs. Null if unknown.</param>
/// <param name="Won">USD that the answer won (positive) or lost (negative), to the cent, fees left out; null if it cannot be told.</param>
/// <param name="Why">Why it cannot be told; null if it can.</param>
public sealed record OverrideResult(
    string Id,
    OverrideKind Kind,
    string PositionId,
    ExitReason? Rule,
    DateTimeOffset AnsweredAt,
    string AnsweredBy,
    decimal? Units,
    decimal? RuleValue,
    decimal? Won,
    string? Why)
{
    /// <summary>The earlier answer about the same position that its dollars are counted with; null if they are counted by themselves.</summary>
    public string? Within { get; init; }

    /// <summary>True if a later answer's dollars are among this one's: it left all open, and is counted itself.</summary>
    public bool Contains(OwnerOverride later) =>
        Kind.LeavesOpen() && Won is not null && Within is null && PositionId == later.Held.Id && AnsweredAt < later.AnsweredAt;

    /// <summary>Of an override that is over.</summary>
    public static OverrideResult Of(OwnerOverride over) => new(
        over.Id, over.Kind, over.Held.Id, over.Rule, over.AnsweredAt, over.AnsweredBy, over.Owners?.Units, over.RuleValue, over.Won, over.Untellable);
}
