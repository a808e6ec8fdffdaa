namespace ExitDesk.Domain.Expiry;

/// <summary>The risk that a contract expiring today is exercised. Shown, not used to decide.</summary>
/// <param name="Score">A fraction from 0 to 1, 0.5 at the money; null if moneyness is not known.</param>
/// <param name="Level">In words.</param>
public readonly record struct ExpiryRisk(decimal? Score, RiskLevel Level)
{
    /// <summary>High from this fraction up.</summary>
    public const decimal HighFrom = 0.6m;

    /// <summary>Medium from this fraction up.</summary>
    public const decimal MediumFrom = 0.3m;

    /// <summary>A level falls once the score is this fraction below the limit from which it holds: at the limit itself it would flap.</summary>
    public const decimal FallsBelowBy = 0.05m;

    private const double DecayMinutes = 30;
    private const double CalmVolatility = 0.20;

    /// <summary>Score and level of a moneyness, known or not.</summary>
    /// <param name="moneyness">Unknown and adjusted have no score; where they count as in the money, the level says so.</param>
    /// <param name="rung">How near the deadline is.</param>
    /// <param name="threshold">The rung's, as a distance: a fraction above 0.</param>
    /// <param name="untilDeadline">Negative past it.</param>
    /// <param name="volatility">Implied, a yearly fraction; null if unknown.</param>
    public static ExpiryRisk Of(Moneyness moneyness, ExpiryRung rung, decimal threshold, TimeSpan untilDeadline, decimal? volatility)
    {
        if (moneyness.Value is { } value)
        {
            var score = ScoreOf(value, threshold, untilDeadline, volatility);
            return new(score, LevelOf(score, value > 0, rung));
        }

        return new(null, moneyness.State == MoneynessState.Unknown ? LevelOfUnknown(rung) : LevelOf(0.5m, true, rung));
    }

    /// <summary>This risk beside the one told before it: a level rises at once, and falls only when it is well below its limit.</summary>
    public ExpiryRisk After(ExpiryRisk before) =>
        Score is { } score && Level < before.Level && score >= LimitOf(before.Level) - FallsBelowBy ? this with { Level = before.Level } : this;

    /// <summary>clamp((m + T) / 2T, 0, 1), where T = threshold × exp(−max(minutes, 0) / 30) × clamp(IV / 0.20, 0.5, 2).</summary>
    /// <param name="moneyness">A fraction, positive in the money.</param>
    /// <param name="threshold">The rung's, as a distance: a fraction above 0.</param>
    /// <param name="untilDeadline">Negative past it.</param>
    /// <param name="volatility">Implied, a yearly fraction; null counts as the factor 1.</param>
    public static decimal ScoreOf(decimal moneyness, decimal threshold, TimeSpan untilDeadline, decimal? volatility)
    {
        var decay = Math.Exp(-Math.Max(untilDeadline.TotalMinutes, 0) / DecayMinutes);
        var factor = volatility is { } known ? Math.Clamp((double)known / CalmVolatility, 0.5, 2) : 1;
        var width = threshold * (decimal)(decay * factor);
        if (width <= 0)
        {
            return moneyness switch { < 0 => 0, 0 => 0.5m, > 0 => 1 };
        }

        // Far out or deep in, the answer is known without a division that could overflow.
        return moneyness <= -width ? 0 : moneyness >= width ? 1 : (moneyness + width) / (2 * width);
    }

    /// <summary>Names a score; in the money from T-30 on is high whatever the score.</summary>
    public static RiskLevel LevelOf(decimal score, bool isInTheMoney, ExpiryRung rung)
    {
        if (score >= HighFrom || (isInTheMoney && rung >= ExpiryRung.Watch))
        {
            return RiskLevel.High;
        }

        return score >= MediumFrom ? RiskLevel.Medium : RiskLevel.Low;
    }

    private static decimal LimitOf(RiskLevel level) => level switch
    {
        RiskLevel.Unknown or RiskLevel.Low => 0,
        RiskLevel.Medium => MediumFrom,
        RiskLevel.High => HighFrom,
    };

    private static RiskLevel LevelOfUnknown(ExpiryRung rung) => rung >= ExpiryRung.CloseNow ? RiskLevel.High : RiskLevel.Unknown;
}
