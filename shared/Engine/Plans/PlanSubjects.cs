using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Plans;

/// <summary>What of a position its plan depends on.</summary>
internal static class PlanSubjects
{
    public static PlanSubject Of(Position position) => new(
        KindOf(position), position.EntryValue < 0, position.Id, position.Underlying, [position.Symbol], StrategyOf(position));

    /// <summary>True if a plan merged for the subject is that of the position too.</summary>
    public static bool Matches(PlanSubject subject, Position position) =>
        subject.Kind == KindOf(position) && subject.IsCredit == position.EntryValue < 0 && subject.Strategy == StrategyOf(position)
        && subject.Symbols is [var symbol] && symbol == position.Symbol;

    private static StructureKind KindOf(Position position) => position.Contract switch
    {
        null => StructureKind.Stock,
        _ when position.Side == PositionSide.Long => StructureKind.LongOption,
        { Right: Domain.Contracts.OptionRight.Put } => StructureKind.CashSecuredPut,
        _ => StructureKind.NakedCall,
    };

    private static string? StrategyOf(Position position) => null;
}
