using ExitDesk.Simulation.Tests.Days;

namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>Looks for a day in which a broken protocol breaks an invariant.</summary>
internal static class MutantHunt
{
    /// <summary>Days that are enough for each.</summary>
    public const int Days = 2_000;

    /// <returns>The failing day; null if none was found.</returns>
    public static DayResult? Find(ProtocolMutant mutant) => DayBatch.Play(DaySeeds.Fixed(Days), mutant.Guards, _ => { }).Failure;
}
