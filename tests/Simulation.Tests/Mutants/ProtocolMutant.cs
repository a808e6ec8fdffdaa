using ExitDesk.Domain.Closing;

namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>The closing protocol with one guard taken out, or replaced by what one might write without it.</summary>
/// <param name="Name">The guard's name, and how it is replaced if it is.</param>
/// <param name="Guards">What is left.</param>
internal sealed record ProtocolMutant(string Name, CloseGuards Guards);
