using ExitDesk.Simulation.Tests.Invariants;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>What became of a simulated day.</summary>
/// <param name="Plan">As it was played.</param>
/// <param name="Violation">The first broken invariant; null if all held.</param>
/// <param name="Bitten">Faults that made a difference.</param>
/// <param name="Steps">Things that ran.</param>
/// <param name="Timeline">All that happened.</param>
internal sealed record DayResult(DayPlan Plan, Violation? Violation, IReadOnlyCollection<DayFault> Bitten, long Steps, Timeline Timeline);
