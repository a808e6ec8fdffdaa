using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>What is held as a day begins.</summary>
/// <param name="Contracts">All that are listed, ordered by symbol.</param>
/// <param name="Holdings">Each symbol once.</param>
internal sealed record HoldingBook(IReadOnlyList<ListedContract> Contracts, IReadOnlyList<Holding> Holdings);
