using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>Dependencies point one way, as the compiler saw them: functions → Engine → Domain.</summary>
public sealed class AssemblyDependencyTests
{
    private static readonly Assembly Domain = Assembly.Load("ExitDesk.Domain");
    private static readonly Assembly Engine = Assembly.Load("ExitDesk.Engine");
    private static readonly Assembly Simulator = Assembly.Load("ExitDesk.Simulator");

    [Fact]
    public void WhenDomainIsCompiled_ItReferencesTheRuntimeAlone() => Violations.None(
        LayerRules.References(Domain, name => !name.StartsWith("System.", StringComparison.Ordinal)),
        "Domain is pure: it references no project and no package.");

    [Fact]
    public void WhenEngineIsCompiled_ItKnowsNeitherFunctionsNorSimulator() => Violations.None(
        LayerRules.References(Engine, name => name.StartsWith("ExitDesk.", StringComparison.Ordinal) && name != "ExitDesk.Domain"),
        "Engine knows Domain and nothing else of ours.");

    [Fact]
    public void WhenSimulatorIsCompiled_ItKnowsDomainAlone() => Violations.None(
        LayerRules.References(Simulator, name => name.StartsWith("ExitDesk.", StringComparison.Ordinal) && name != "ExitDesk.Domain"),
        "The simulator shares terms with Domain and must not share mistakes with Engine: it stays an independent witness.");

    [Fact]
    public void WhenStandInsAreCompiled_TheyKnowNothingOfOurs()
    {
        var standIns = ProjectFile.All
            .Where(project => project.Path.StartsWith("compat/", StringComparison.Ordinal))
            .Select(project => Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(project.Path) + ".dll"))
            .Where(File.Exists)
            .ToList();

        Assert.NotEmpty(standIns);
        Violations.None(
            standIns.SelectMany(path => LayerRules.References(Assembly.LoadFrom(path), name => name.StartsWith("ExitDesk.", StringComparison.Ordinal))),
            "A stand-in replaces an official package, which cannot know us.");
    }

    [Fact]
    public void WhenReferenceIsForbidden_ItIsReported() =>
        Assert.Contains("ExitDesk.Engine references ExitDesk.Domain", LayerRules.References(Engine, name => name == "ExitDesk.Domain"));
}
