using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Tests.Structures;

/// <summary>Short names for holdings and structures on one or two stocks.</summary>
internal static class Legs
{
    public const int Near = 0;
    public const int Far = 28;

    public static string Option(OptionRight right, decimal strike, int days = Near, string root = "SPY") =>
        new OptionContract(root, new DateOnly(2026, 1, 16).AddDays(days), right, strike).Symbol;

    public static string Put(decimal strike, int days = Near, string root = "SPY") => Option(OptionRight.Put, strike, days, root);

    public static string Call(decimal strike, int days = Near, string root = "SPY") => Option(OptionRight.Call, strike, days, root);

    public static BrokerPosition Held(this string symbol, decimal quantity, decimal price = 1m) =>
        new(symbol, OccSymbol.TryParse(symbol, out _, out _) ? "us_option" : "us_equity", quantity, price);

    public static PositionLeg Leg(this string symbol, int ratio, decimal price = 1m, int? multiplier = null) =>
        new(symbol, ratio, price, multiplier ?? (OccSymbol.TryParse(symbol, out _, out _) ? 100 : 1));

    public static Structure Of(decimal units, params PositionLeg[] legs)
    {
        PositionLeg[] sorted = [.. legs.Order(LegOrder.Instance)];
        return new Structure(StructureKinds.Of(sorted), sorted, units);
    }

    /// <summary>An entry made here, with entry prices of its own.</summary>
    public static KnownStructure Ours(string id, decimal units, params PositionLeg[] legs) => new(id, Of(units, legs), true, true);

    public static KnownStructure External(string id, decimal units, params PositionLeg[] legs) => new(id, Of(units, legs), false, false);

    public static MatchResult Match(BrokerPosition[] held, params KnownStructure[] known) => StructureMatcher.Match(
        held, known, held.Where(one => one.AssetClass == "us_option").ToDictionary(one => one.Symbol, _ => 100));

    /// <summary>The match as the ledger would know it next time, every new structure with an id of its own.</summary>
    public static IReadOnlyList<KnownStructure> Remembered(this MatchResult result) =>
    [
        .. result.Kept.Select(kept => kept.Known with { Structure = kept.Structure }),
        .. result.Orphaned.Where(orphan => orphan.Complete is not null).Select(orphan => orphan.Known with { Structure = orphan.Complete! }),
        .. result.Orphaned.SelectMany(orphan => orphan.Rest.Select((rest, i) =>
            new KnownStructure($"{orphan.Known.PositionId}-rest-{i}", rest, true, orphan.Known.HasOwnEntry))),
        .. result.New.Select((structure, i) => new KnownStructure($"new-{i}", structure, false, false)),
    ];

    /// <summary>Kind and units of each structure, in a fixed order: for comparing.</summary>
    public static string Words(this IEnumerable<Structure> structures) => string.Join(", ", structures
        .Select(one => $"{one.Units:0.##} {one.Kind}").Order(StringComparer.Ordinal));
}
