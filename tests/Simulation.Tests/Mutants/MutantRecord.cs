namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>The day in which a broken protocol was noticed last.</summary>
/// <param name="Mutant">Its name.</param>
/// <param name="Seed">Of the day.</param>
/// <param name="Invariant">The first that broke.</param>
/// <param name="Seen">What was seen, for people.</param>
internal sealed record MutantRecord(string Mutant, long Seed, string Invariant, string Seen)
{
    /// <summary>A row of the table in docs/reliability.md.</summary>
    public string Row => $"| {Mutant} | {Seed} | {Invariant} | {Seen} |";
}
