using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Market;

/// <summary>One symbol's quotes spoiled for a while.</summary>
/// <param name="Kind">Halted, Crossed, ZeroBid, Wide or WildPrint.</param>
/// <param name="Symbol">Option or stock.</param>
/// <param name="From">First instant, UTC.</param>
/// <param name="To">End, UTC, exclusive.</param>
public sealed record QuoteFault(Fault Kind, string Symbol, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The kinds that spoil quotes.</summary>
    public static IReadOnlyList<Fault> Kinds { get; } =
        [Fault.Halted, Fault.Crossed, Fault.ZeroBid, Fault.Wide, Fault.WildPrint];

    public bool Covers(string symbol, DateTimeOffset at) =>
        at >= From && at < To && string.Equals(symbol, Symbol, StringComparison.Ordinal);
}
