using System.Globalization;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Overrides;

/// <summary>One answer of the owner, followed until it can be compared with what the rules alone would have done.</summary>
/// <param name="Kind">What was answered.</param>
/// <param name="Held">The position as it was then, with nothing silenced: what the rules alone would have gone on with.</param>
/// <param name="Rule">The rule that asked; null if none did.</param>
/// <param name="AnsweredAt">The broker's clock, UTC.</param>
/// <param name="AnsweredBy">The user's name.</param>
public sealed record OwnerOverride(OverrideKind Kind, Position Held, ExitReason? Rule, DateTimeOffset AnsweredAt, string AnsweredBy)
{
    /// <summary>What is neither told nor marked so many days after the expiration never will be.</summary>
    public const int DaysAfterExpiration = 7;

    /// <summary>The closing that the answer began; null if it left the position open.</summary>
    public int? ClosingNumber { get; init; }

    /// <summary>What was seen of the position by the rules alone; null before the first reading.</summary>
    public PositionMark? Mark { get; init; }

    /// <summary>What the rules alone would have got, USD per share: what closing brings (positive) or costs (negative). Null until it is known.</summary>
    public decimal? RuleValue { get; init; }

    /// <summary>What the answer came to; null until that is known.</summary>
    public OwnersSide? Owners { get; init; }

    /// <summary>The underlying at the close of the expiration, USD per share; null before it, and if unknown.</summary>
    public decimal? FinalUnderlying { get; init; }

    /// <summary>That close, UTC; null while <see cref="FinalUnderlying"/> is.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Why it cannot be told who did better; null unless that is so for good.</summary>
    public string? Untellable { get; init; }

    /// <summary>A function of position, kind and instant.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Held.Id}:{Kind}:{AnsweredAt.ToUnixTimeMilliseconds()}");

    /// <summary>True if another answer about the same position came later, and its dollars are among this one's.</summary>
    public bool Contains(OwnerOverride later) => Kind.LeavesOpen() && Held.Id == later.Held.Id && AnsweredAt < later.AnsweredAt;

    /// <summary>True once nothing more is waited for.</summary>
    public bool IsOver => Untellable is not null || (RuleValue is not null && Owners is not null);

    /// <summary>True while the rules alone still have to be marked.</summary>
    public bool IsMarked => Untellable is null && RuleValue is null;

    /// <summary>
    /// What the owner's answer won (positive) or lost (negative) against the rules alone, USD, to the cent, fees left out; of a part that was
    /// filled, for that part. Null if it is not known, which is not nothing.
    /// </summary>
    public decimal? Won => Untellable is null && RuleValue is { } value && Owners is { } owners
        ? OwnersSide.Cents(owners.Cash - value * owners.Units * Held.Multiplier)
        : null;

    /// <summary>The owner closes what a rule asked about.</summary>
    /// <param name="position">As it was asked about.</param>
    /// <param name="rule">The rule that asked.</param>
    /// <param name="bid">That the card showed last, USD per share; null if it showed none.</param>
    /// <param name="ask">Likewise.</param>
    /// <param name="at">Of the answer.</param>
    /// <param name="by">The user's name.</param>
    public static OwnerOverride Approved(Position position, ExitReason rule, decimal? bid, decimal? ask, DateTimeOffset at, string by)
    {
        var value = position.Side == PositionSide.Long ? bid : -ask;
        return Of(OverrideKind.Approval, position, rule, at, by) with
        {
            ClosingNumber = position.Closings + 1,
            RuleValue = value,
            Untellable = value is null ? "the card showed no quote to close at" : null,
        };
    }

    /// <summary>The owner closes what no rule asked about.</summary>
    public static OwnerOverride Closed(Position position, DateTimeOffset at, string by) =>
        Of(OverrideKind.OwnClose, position, null, at, by) with { ClosingNumber = position.Closings + 1 };

    /// <summary>The owner leaves open what a rule would close.</summary>
    /// <param name="kind">A rejection, a snooze, or a keep.</param>
    /// <param name="position">As it was asked about.</param>
    /// <param name="rule">The rule that asked.</param>
    /// <param name="mark">What was seen of it last; null if that is not known. Where its last reading closes, that is what the rules get.</param>
    /// <param name="at">Of the answer.</param>
    /// <param name="by">The user's name.</param>
    public static OwnerOverride Kept(OverrideKind kind, Position position, ExitReason rule, PositionMark? mark, DateTimeOffset at, string by) =>
        Of(kind, position, rule, at, by) with
        {
            Mark = mark,
            RuleValue = mark is { Evaluations: [.., { Kind: DecisionKind.Close }] }
                ? position.Side == PositionSide.Long ? mark.Quote?.Bid : -mark.Quote?.Ask
                : null,
            Untellable = position.Unexplained.Count > 0 ? "a part of it had left before that no fill explains" : null,
        };

    private static OwnerOverride Of(OverrideKind kind, Position position, ExitReason? rule, DateTimeOffset at, string by) => new(
        kind, position with { Status = PositionStatus.Open, ApprovalToken = null, Silences = [], AskOnce = RuleSet.None }, rule, at, by);
}
