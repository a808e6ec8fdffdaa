using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>No setting, limit or fault of entries can reach an exit: whatever closes knows nothing of what opens, and has a broker client of its own.</summary>
public sealed class EntrySeparationTests
{
    private static readonly string[] Entries = ["ExitDesk.Domain.Entries", "ExitDesk.Engine.Workflows.Entries"];

    private static readonly string[] Exits =
    [
        "ExitDesk.Domain.Closing", "ExitDesk.Domain.Exits", "ExitDesk.Domain.Expiry",
        "ExitDesk.Engine.Workflows.Closing", "ExitDesk.Engine.Workflows.Sync", "ExitDesk.Engine.Workflows.Sweep", "ExitDesk.Engine.Workflows.Expiry",
    ];

    private static readonly string[] Folders =
    [
        "shared/Domain/Closing", "shared/Domain/Exits", "shared/Domain/Expiry",
        "shared/Engine/Workflows/Closing", "shared/Engine/Workflows/Sync", "shared/Engine/Workflows/Sweep", "shared/Engine/Workflows/Expiry",
    ];

    private static IReadOnlyList<Type> All => [.. Assembly.Load("ExitDesk.Engine").GetTypes(), .. Assembly.Load("ExitDesk.Domain").GetTypes()];

    [Fact]
    public void WhenExitsAreCompiled_TheyKnowNothingOfEntries() => Violations.None(
        LayerRules.Violations(All.Where(type => Exits.Any(type.IsIn)), type => Entries.Any(type.IsIn)),
        "An exit consults nothing of entries: put what both need where neither stands.");

    [Fact]
    public void WhenExitsAreRead_TheyNameNothingOfEntries() => Violations.None(
        SourceFile.All.Where(file => file.IsUnder(Folders) && Entries.Any(name => file.Code.Contains(name, StringComparison.Ordinal))).Select(file => file.Path),
        "An exit consults nothing of entries: put what both need where neither stands.");

    [Fact]
    public void WhenExitsAreCompiled_TheyHaveTheirOwnBroker() => Violations.None(
        LayerRules.Violations(All.Where(type => Exits.Any(type.IsIn)), type => type == typeof(IEntryBroker)),
        "The entries' client is for entries alone.");

    [Fact]
    public void WhenEntriesAreCompiled_TheyCannotTakeTheBrokerOfCloses() => Violations.None(
        LayerRules.Violations(All.Where(type => Entries.Any(type.IsIn)), type => type == typeof(IBroker)),
        "Entries have a client of their own, which leaves closes their calls: IEntryBroker.");

    [Fact]
    public void WhenBothAreLookedFor_BothAreThere()
    {
        Assert.All(Entries.Concat(Exits), room => Assert.Contains(All, type => type.IsIn(room)));
        Assert.NotEmpty(LayerRules.Violations(All.Where(type => type.IsIn("ExitDesk.Engine.Workflows.Entries")), type => Entries.Any(type.IsIn)));
    }
}
