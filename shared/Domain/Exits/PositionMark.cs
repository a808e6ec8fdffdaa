using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Exits;

/// <summary>The last that was seen of a position's market. Rewritten only when something in it changed.</summary>
/// <param name="PositionId">Whose mark.</param>
/// <param name="Quote">The last quote; null if there was none.</param>
/// <param name="Quality">Of that quote.</param>
/// <param name="Evaluations">The last five, oldest first.</param>
public sealed record PositionMark(
    string PositionId, Quote? Quote, QuoteQuality Quality, IReadOnlyList<Evaluation> Evaluations)
{
    /// <summary>Evaluations that are kept.</summary>
    public const int Kept = 5;

    /// <summary>Since when, in this session, the quote has been wide with no usable one in between; null if it is not.</summary>
    public DateTimeOffset? WideSince { get; init; }

    /// <summary>The highest closing value so far that two readings agree on; null if there is none yet.</summary>
    public WaterMark? Best { get; init; }

    /// <summary>The lowest closing value so far that two readings agree on; null if there is none yet.</summary>
    public WaterMark? Worst { get; init; }

    /// <summary>What was read above <see cref="Best"/> and waits for a reading that agrees; null if nothing was.</summary>
    public WaterMark? BestSeenOnce { get; init; }

    /// <summary>What was read below <see cref="Worst"/> and waits for a reading that agrees; null if nothing was.</summary>
    public WaterMark? WorstSeenOnce { get; init; }

    /// <summary>Since when no rule could decide without a break; null if one can.</summary>
    public DateTimeOffset? UndecidedSince { get; init; }

    /// <summary>When the owner was told that nothing can be decided; null if not, or decided since.</summary>
    public DateTimeOffset? UndecidedToldAt { get; init; }

    /// <summary>A rule that ceases to fire and fires again this soon after the owner was told of it is no news.</summary>
    public static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(5);

    /// <summary>Rules of which the owner was told that they would act, but may not; each leaves once it holds by itself and
    /// <see cref="ToldFor"/> is over, whatever other rules do.</summary>
    public IReadOnlyList<ToldRule> ToldRules { get; init; } = [];

    /// <summary>Rules past their threshold when last seen in mode Monitor, confirmed or not; none in any other mode.</summary>
    public RuleSet Past { get; init; }

    /// <summary>The loss of the stop among <see cref="Past"/>, a fraction of the debit or a multiple of the credit; null if it was not deep.</summary>
    public decimal? PastLoss { get; init; }

    /// <summary>Which of the rules that ask once held lately; null if none did.</summary>
    public HeldRules? Held { get; init; }

    /// <summary>How long the quote had been wide at the last evaluation; null if it was not.</summary>
    public TimeSpan? WideFor => WideSince is { } since && Evaluations is [.., var last] ? last.At - since : null;

    public static PositionMark None(string positionId) => new(positionId, null, QuoteQuality.Missing, []);

    /// <summary>Equal in all that matters, evaluations compared one by one.</summary>
    public bool IsSameAs(PositionMark other) =>
        ReferenceEquals(this, other)
        || (this with { Evaluations = other.Evaluations, ToldRules = other.ToldRules } == other
            && Evaluations.SequenceEqual(other.Evaluations) && ToldRules.SequenceEqual(other.ToldRules));

    /// <summary>Told rules whose <see cref="ToldFor"/> is over.</summary>
    public RuleSet ToldLongAgo(DateTimeOffset now)
    {
        var over = RuleSet.None;
        for (var i = 0; i < ToldRules.Count; i++)
        {
            over = now - ToldRules[i].At >= ToldFor ? over.With(ToldRules[i].Rule) : over;
        }

        return over;
    }
}
