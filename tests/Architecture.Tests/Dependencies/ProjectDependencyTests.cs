using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>Dependencies point one way, as the project files say: a reference that nothing uses yet is one too many already.</summary>
public sealed class ProjectDependencyTests
{
    [Fact]
    public void WhenProjectsAreRead_EachReferencesWhatItMay() => Violations.None(
        ProjectFile.All.SelectMany(ProjectRules.Violations),
        "Dependencies point one way: functions → Engine → Domain; simulator → Domain; compat → compat.");

    [Fact]
    public void WhenSimulatorIsBuilt_FunctionsAreNotCompiledInto()
    {
        var simulator = RepositoryFolder.Read("simulator/Simulator.csproj");
        var line = simulator.Split('\n').Single(line => line.Contains("Functions.csproj", StringComparison.Ordinal));

        Assert.Contains("ReferenceOutputAssembly=\"false\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shared/Domain/Domain.csproj", """<ProjectReference Include="../Engine/Engine.csproj" />""")]
    [InlineData("shared/Domain/Domain.csproj", """<PackageReference Include="NodaTime" />""")]
    [InlineData("shared/Domain/Domain.csproj", """<VendorPackage Include="Alpaca.Markets" />""")]
    [InlineData("shared/Engine/Engine.csproj", """<ProjectReference Include="../../functions/Functions.csproj" />""")]
    [InlineData("simulator/Simulator.csproj", """<ProjectReference Include="../shared/Engine/Engine.csproj" />""")]
    [InlineData("compat/Telegram.Bot/Telegram.Bot.csproj", """<ProjectReference Include="../../shared/Domain/Domain.csproj" />""")]
    [InlineData("shared/New/New.csproj", """<ProjectReference Include="../Domain/Domain.csproj" />""")]
    [InlineData("functions/Functions.csproj", """<PackageReference Include="NodaTime" Version="3.3.7" />""")]
    public void WhenReferencePointsTheWrongWay_ItIsReported(string path, string item)
    {
        var project = ProjectFile.Read(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>");

        Assert.Single(ProjectRules.Violations(project));
    }
}
