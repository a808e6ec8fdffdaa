using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>Looks for a day in which a broken protocol breaks an invariant.</summary>
internal static class MutantHunt
{
    /// <summary>Days that are enough for each.</summary>
    public const int Days = 2_000;

    /// <summary>Days that the tests look at where the recorded one shows nothing any more.</summary>
    public const int FurtherDays = 100;

    /// <returns>The failing day; null if none was found.</returns>
    public static DayResult? Find(ProtocolMutant mutant, int days) => DayBatch.Play(DaySeeds.Fixed(days), mutant.Guards, _ => { }).Failure;

    /// <returns>The recorded day if it still fails, else one of some others; null if none does.</returns>
    public static DayResult? Replay(ProtocolMutant mutant, MutantRecord record) =>
        DayRun.Play(DayPlanner.Of(record.Seed), mutant.Guards) is { Violation: not null } known ? known : Find(mutant, FurtherDays);
}
