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
        var found = MutantHunt.Find(ProtocolMutants.All.Single(mutant => mutant.Name == name));
        Assert.True(found is not null, $"no day of {MutantHunt.Days} notices that \"{name}\" is missing");
        output.WriteLine($"{name}: seed {found.Plan.Seed} breaks {found.Violation!.Invariant}: {found.Violation.What}");
    }
}
