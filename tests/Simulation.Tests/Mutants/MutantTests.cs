using Xunit;
using Xunit.Abstractions;

namespace ExitDesk.Simulation.Tests.Mutants;

public sealed class MutantTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ProtocolMutants.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhenAGuardIsTakenOut_ADayIsFoundThatBreaksAnInvariant(string name)
    {
        var record = MutantRecords.All.Single(record => record.Mutant == name);
        var found = MutantHunt.Replay(ProtocolMutants.All.Single(mutant => mutant.Name == name), record);
        Assert.True(found is not null, $"neither day {record.Seed} nor {MutantHunt.FurtherDays} others notice that \"{name}\" is missing; hunt with --mutants");
        output.WriteLine($"{name}: seed {found.Plan.Seed} breaks {found.Violation!.Invariant}: {found.Violation.What}");
    }

    [Fact]
    public void WhatIsRecorded_IsWhatIsBroken() =>
        Assert.Equal(ProtocolMutants.All.Select(mutant => mutant.Name), MutantRecords.All.Select(record => record.Mutant));

    [Fact]
    public void WhatTheDocsTell_IsWhatIsRecorded()
    {
        var told = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "reliability.md"));
        Assert.Equal(MutantRecords.All.Select(record => record.Row), told.SkipWhile(line => line != "## Broken protocols")
            .TakeWhile(line => line != "## What it found").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1));
    }
}
