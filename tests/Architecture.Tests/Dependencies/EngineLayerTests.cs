using System.Reflection;
using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>Inside Engine, everything but the composition knows ports and never adapters or vendors.</summary>
public sealed partial class EngineLayerTests
{
    private const string Adapters = "ExitDesk.Engine.Adapters";

    /// <summary>Where adapters are chosen and put together: known to the function app alone.</summary>
    private const string Composition = "ExitDesk.Engine.Composition";

    /// <summary>The settings of adapters and desk in one, read before anything starts.</summary>
    private static readonly string[] Sources = ["ExitDesk.Engine.Settings.DeskSettings", "ExitDesk.Engine.Settings.DeskSettingsSource"];

    private static readonly string[] Vendors = ["Azure.", "Alpaca.Markets", "Telegram.Bot", "Microsoft.Azure."];

    private static IEnumerable<Type> Inner => Assembly.Load("ExitDesk.Engine").GetTypes()
        .Where(type => !IsOuter(type));

    [Fact]
    public void WhenEngineIsCompiled_NothingInsideKnowsAdapters() => Violations.None(
        LayerRules.Violations(Inner, IsOuter),
        "Workflows and what they use know Ports, never Adapters: put the need into a port.");

    [Fact]
    public void WhenEngineIsCompiled_NothingInsideKnowsVendors() => Violations.None(
        LayerRules.Violations(Inner, IsVendors),
        "Vendor types stay inside Adapters: put the need into a port.");

    [Fact]
    public void WhenEngineIsCompiled_PortsKnowDomainAndPortsAlone() => Violations.None(
        LayerRules.Violations(
            Inner.Where(type => type.IsIn("ExitDesk.Engine.Ports")),
            type => type.IsIn("ExitDesk.Engine") && !type.IsIn("ExitDesk.Engine.Ports") && !IsCompilerMade(type)),
        "A port speaks the language of the domain; it knows neither who calls it nor who serves it.");

    [Fact]
    public void WhenEngineSourcesAreRead_NothingInsideNamesAdapters() => Violations.None(
        NamesAdapters(SourceFile.All.Where(file => file.IsUnder("shared/Engine") && !file.IsUnder("shared/Engine/Adapters", "shared/Engine/Composition", "shared/Engine/Settings"))),
        "Workflows and what they use know Ports, never Adapters: put the need into a port.");

    [Fact]
    public void WhenCompiledCodeUsesForbiddenType_ItIsReported()
    {
        var found = LayerRules.Violations([typeof(EngineLayerTests)], type => type == typeof(SourceFile));

        Assert.Contains($"{typeof(EngineLayerTests).FullName} uses {typeof(SourceFile).FullName}", found);
    }

    [Theory]
    [InlineData("using ExitDesk.Engine.Adapters.Tables;")]
    [InlineData("var limit = Adapters.Alpaca.AlpacaOptions.Limit;")]
    public void WhenSourceNamesAdapters_ItIsReported(string line) =>
        Assert.Single(NamesAdapters([new SourceFile("shared/Engine/Workflows/X.cs", line + "\n")]));

    [Fact]
    public void WhenSourceNamesAdaptersInCommentOnly_ItIsNotReported() =>
        Assert.Empty(NamesAdapters([new SourceFile("shared/Engine/Workflows/X.cs", "// see ExitDesk.Engine.Adapters.Tables\n")]));

    private static IEnumerable<string> NamesAdapters(IEnumerable<SourceFile> files) =>
        files.Where(file => AdaptersName().IsMatch(file.Code)).Select(file => file.Path);

    private static bool IsOuter(Type type) => type.IsIn(Adapters) || type.IsIn(Composition) || Sources.Contains((type.DeclaringType ?? type).FullName);

    private static bool IsVendors(Type type) =>
        Vendors.Any(vendor => type.Assembly.GetName().Name!.StartsWith(vendor, StringComparison.Ordinal));

    private static bool IsCompilerMade(Type type) => type.Name.Contains('<', StringComparison.Ordinal);

    [GeneratedRegex(@"\bAdapters\s*[.;]")]
    private static partial Regex AdaptersName();
}
