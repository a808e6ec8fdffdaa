using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>The ten invariants of the closing protocol's design, and the rules beside them.</summary>
internal static class AllInvariants
{
    public static IReadOnlyList<Invariant> Of(DayWorld world) =>
    [
        new OnlyCloses(world),
        new NeverMoreThanHeld(world),
        new EveryTriggerEnds(world),
        new MoneyToTheCent(world),
        new IntentFirst(world),
        new LooksBeforeRetry(world),
        new GoneNeedsProof(world),
        new NothingDelaysAnExit(world),
        new HaltedIsSilent(world),
        new NoNakedShort(world),
        new SessionEdges(world),
        new Pace(world),
        new ExitsFinish(world),
        new Turnover(world),
        new OwnersOrdersReturn(world),
        new EntriesOpenOnce(world),
    ];
}
