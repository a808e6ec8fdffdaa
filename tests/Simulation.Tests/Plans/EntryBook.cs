using ExitDesk.Domain.Entries;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>What is recommended in a day.</summary>
/// <param name="Entries">In the order in which they are sent; empty in most days.</param>
/// <param name="Contracts">Those that they name, each once.</param>
/// <param name="Settings">The desk's, for entries.</param>
internal sealed record EntryBook(IReadOnlyList<PlannedEntry> Entries, IReadOnlyList<ListedContract> Contracts, EntrySettings Settings)
{
    public static EntryBook Empty { get; } = new([], [], EntrySettings.Default);

    /// <summary>The entry that an order was sent for; null if it is of none.</summary>
    public PlannedEntry? Of(string clientOrderId) => Entries.FirstOrDefault(entry => clientOrderId.EndsWith($"-{entry.Id}", StringComparison.Ordinal));
}
