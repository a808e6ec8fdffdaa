namespace ExitDesk.Domain.Plans;

/// <summary>One section of a plan: a scope and whom it names.</summary>
/// <param name="Scope">How widely it speaks.</param>
/// <param name="Key">The structure, strategy, symbol or position; empty for the defaults.</param>
public readonly record struct PlanPlace(PlanScope Scope, string Key)
{
    public static PlanPlace Defaults { get; } = new(PlanScope.Defaults, "");

    /// <summary>Where it stands in JSON.</summary>
    public string JsonPath => Scope switch
    {
        PlanScope.Defaults => "$.defaults",
        PlanScope.Structure => $"$.structures.{Key}",
        PlanScope.Strategy => $"$.strategies.{Key}",
        PlanScope.Underlying or PlanScope.Contract => $"$.symbols.{Key}",
        PlanScope.Position => $"$.positions.{Key}",
    };

    /// <summary>In words.</summary>
    public override string ToString() => Scope switch
    {
        PlanScope.Defaults => "defaults",
        PlanScope.Structure => $"structure {Key}",
        PlanScope.Strategy => $"strategy {Key}",
        PlanScope.Underlying or PlanScope.Contract => $"symbol {Key}",
        PlanScope.Position => $"position {Key}",
    };
}
