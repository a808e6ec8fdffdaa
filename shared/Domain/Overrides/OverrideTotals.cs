namespace ExitDesk.Domain.Overrides;

/// <summary>Sums of comparisons by kind.</summary>
/// <param name="Sums">In the order of kinds; a kind without any is absent.</param>
public sealed record OverrideTotals(IReadOnlyList<OverrideSum> Sums)
{
    public static OverrideTotals None { get; } = new([]);

    /// <summary>How many could be told.</summary>
    public int Told => Sums.Sum(sum => sum.Told);

    /// <summary>How many are counted with an earlier answer about the same position.</summary>
    public int Within => Sums.Sum(sum => sum.Within);

    /// <summary>How many could not.</summary>
    public int Untold => Sums.Sum(sum => sum.Untold);

    /// <summary>USD over all that could be told, signed; each position's dollars once.</summary>
    public decimal Won => Sums.Sum(sum => sum.Won);

    /// <summary>Of results, each counted once.</summary>
    public static OverrideTotals Of(IEnumerable<OverrideResult> results) =>
        results.DistinctBy(result => result.Id).Aggregate(None, static (totals, result) => totals.With(result));

    /// <summary>With one more.</summary>
    public OverrideTotals With(OverrideResult result)
    {
        var known = Sums.FirstOrDefault(sum => sum.Kind == result.Kind) ?? new OverrideSum(result.Kind, 0, 0, 0);
        return new OverrideTotals([.. Sums.Where(sum => sum.Kind != result.Kind).Append(known.With(result)).OrderBy(sum => sum.Kind)]);
    }
}
