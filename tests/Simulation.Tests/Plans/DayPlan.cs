using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>All that a seed decides of a day before it begins.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Day">The session that is played.</param>
/// <param name="Next">The session after it, in which it ends.</param>
/// <param name="Stocks">What they do.</param>
/// <param name="Contracts">Listed ones.</param>
/// <param name="Holdings">What is held at the start.</param>
/// <param name="Windows">When the desk's timers run, ascending.</param>
/// <param name="Faults">What goes wrong, in the order in which it may.</param>
/// <param name="Acts">What the owner does, in order.</param>
internal sealed record DayPlan(
    long Seed,
    TradingDay Day,
    TradingDay Next,
    IReadOnlyList<StockPath> Stocks,
    IReadOnlyList<ListedContract> Contracts,
    IReadOnlyList<Holding> Holdings,
    IReadOnlyList<Window> Windows,
    IReadOnlyList<PlannedFault> Faults,
    IReadOnlyList<PlannedAct> Acts)
{
    /// <summary>What is recommended.</summary>
    public EntryBook Entries { get; init; } = EntryBook.Empty;

    public bool Has(DayFault fault) => Faults.Any(planned => planned.Fault == fault);
}
