using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans;

/// <summary>What of a position its plan depends on.</summary>
/// <param name="Kind">Of its structure.</param>
/// <param name="IsCredit">True if it was opened for a credit.</param>
/// <param name="PositionId">Empty if none is meant in particular.</param>
/// <param name="Underlying">As option roots write it; empty if none is meant in particular.</param>
/// <param name="Symbols">Of its legs.</param>
/// <param name="Strategy">The tag it was opened with; null without one.</param>
public sealed record PlanSubject(
    StructureKind Kind, bool IsCredit, string PositionId, string Underlying, IReadOnlyList<string> Symbols, string? Strategy)
{
    /// <summary>Kinds that rules guard; all rules of the others are off, whatever a plan says.</summary>
    public static IReadOnlyList<StructureKind> Guarded { get; } =
        [.. Enum.GetValues<StructureKind>().Where(static kind => kind is not (StructureKind.Stock or StructureKind.Custom))];

    /// <summary>Kinds that are opened for a credit, whatever their strikes.</summary>
    public static bool IsAlwaysCredit(StructureKind kind) => kind
        is StructureKind.CashSecuredPut or StructureKind.CoveredCall or StructureKind.NakedCall or StructureKind.VerticalCredit or StructureKind.IronCondor;

    /// <summary>Any structure of a kind.</summary>
    public static PlanSubject Any(StructureKind kind) => new(kind, IsAlwaysCredit(kind), "", "", [], null);

    /// <summary>The sections that speak of it, from the widest to the nearest.</summary>
    public IReadOnlyList<PlanPlace> Places() =>
    [
        PlanPlace.Defaults,
        new(PlanScope.Structure, Kind.ToString()),
        .. Strategy is null ? [] : (PlanPlace[])[new(PlanScope.Strategy, Strategy)],
        new(PlanScope.Underlying, Underlying),
        .. Symbols.Select(static symbol => new PlanPlace(PlanScope.Contract, symbol)),
        new(PlanScope.Position, PositionId),
    ];
}
