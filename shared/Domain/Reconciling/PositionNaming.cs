using System.Globalization;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>Ids of positions that are first seen: functions of what is held, the day, and how many of the same came before.</summary>
/// <param name="taken">Ids that the ledger has, ended ones of the day among them.</param>
/// <param name="tradingDate">The day in New York.</param>
internal sealed class PositionNaming(IEnumerable<string> taken, DateOnly tradingDate)
{
    private readonly HashSet<string> _taken = [.. taken];

    public string Next(Structure structure)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{Stem(structure)}-{tradingDate:yyyyMMdd}-");
        var ordinal = 1;
        while (!_taken.Add(stem + ordinal.ToString(CultureInfo.InvariantCulture)))
        {
            ordinal++;
        }

        return stem + ordinal.ToString(CultureInfo.InvariantCulture);
    }

    // One leg is known by its symbol; several by what they are and when they first expire.
    private static string Stem(Structure structure) => structure.ClosingLegs.Count == 1
        ? structure.Kind == StructureKind.CoveredCall ? $"{structure.ClosingLegs[0].Symbol}-covered" : structure.ClosingLegs[0].Symbol
        : string.Create(CultureInfo.InvariantCulture, $"{structure.Underlying}-{structure.Kind}-{structure.NearestExpiration:yyMMdd}");
}
