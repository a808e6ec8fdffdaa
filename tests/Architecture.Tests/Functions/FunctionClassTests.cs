using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace ExitDesk.Architecture.Tests.Functions;

public sealed class FunctionClassTests
{
    private static readonly IReadOnlyList<Type> Classes = FunctionRules.FunctionClasses(Assembly.Load("ExitDesk.Functions").GetTypes());

    private static IEnumerable<SourceFile> Sources =>
        SourceFile.All.Where(file => file.IsUnder("functions") && file.Code.Contains("[Function(", StringComparison.Ordinal));

    [Fact]
    public void WhenFunctionsAreCompiled_EachSourceHasItsClass() =>
        Assert.Equal(Sources.Select(file => file.Name).Order(StringComparer.Ordinal), Classes.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void WhenFunctionsAreCompiled_EachClassIsOneDoor() => Violations.None(
        Classes.SelectMany(FunctionRules.Violations),
        "A function class has one trigger, its own name, and says who may call it.");

    [Fact]
    public void WhenFunctionsAreRead_EachClassIsShort() => Violations.None(
        Sources.SelectMany(FunctionRules.TooLong),
        "A function class makes no decision: move the work into a workflow.");

    [Theory]
    [InlineData(typeof(TwoTriggers))]
    [InlineData(typeof(OtherName))]
    [InlineData(typeof(OpenLevel))]
    public void WhenClassIsNoDoor_ItIsReported(Type type) => Assert.Single(FunctionRules.Violations(type));

    [Fact]
    public void WhenClassIsADoor_NothingIsReported() => Assert.Empty(FunctionRules.Violations(typeof(Door)));

    [Theory]
    [InlineData(FunctionRules.Lines - 3, 0)]
    [InlineData(FunctionRules.Lines - 2, 1)]
    public void WhenClassReachesLimit_ItIsReported(int linesBetween, int expected)
    {
        var body = string.Concat(Enumerable.Repeat("    // line\n", linesBetween - 1));

        Assert.Equal(expected, FunctionRules.TooLong(new SourceFile("functions/X.cs", $"using A;\n\npublic sealed class X\n{{\n{body}}}\n")).Count());
    }

    private sealed class Door
    {
        [Function(nameof(Door))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok(request.Path.Value);
    }

    private sealed class TwoTriggers
    {
        [Function(nameof(TwoTriggers))]
        public void Run([TimerTrigger("%X%")] TimerInfo timer) => Assert.NotNull(timer);

        [Function(nameof(TwoTriggers))]
        public void RunToo([TimerTrigger("%X%")] TimerInfo timer) => Assert.NotNull(timer);
    }

    private sealed class OtherName
    {
        [Function("SomethingElse")]
        public void Run([TimerTrigger("%X%")] TimerInfo timer) => Assert.NotNull(timer);
    }

    private sealed class OpenLevel
    {
        [Function(nameof(OpenLevel))]
        public IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Ok(request.Path.Value);
    }
}
