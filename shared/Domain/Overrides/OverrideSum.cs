namespace ExitDesk.Domain.Overrides;

/// <summary>Comparisons of one kind.</summary>
/// <param name="Kind">Of which.</param>
/// <param name="Told">How many could be told, and are counted by themselves.</param>
/// <param name="Won">USD over those, signed.</param>
/// <param name="Untold">How many could not; they are in no sum.</param>
public sealed record OverrideSum(OverrideKind Kind, int Told, decimal Won, int Untold)
{
    /// <summary>How many came after an answer about the same position whose dollars hold theirs; they are in no sum.</summary>
    public int Within { get; init; }

    /// <summary>With one more of this kind.</summary>
    public OverrideSum With(OverrideResult result) =>
        result.Within is not null ? this with { Within = Within + 1 }
        : result.Won is { } won ? this with { Told = Told + 1, Won = Won + won } : this with { Untold = Untold + 1 };
}
