using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Style;

public sealed class SourceFileStyleTests
{
    private static IReadOnlyList<SourceFile> Product => [.. SourceFile.All.Where(file => file.IsUnder("shared", "functions"))];

    [Fact]
    public void WhenSourcesAreRead_NoneIsTooLong() =>
        Violations.None(SourceFile.All.SelectMany(FileRules.TooLong), "Split the file along its ideas.");

    [Fact]
    public void WhenProductIsRead_MostFilesAreSmall()
    {
        Assert.True(FileRules.Percentile(Product, 0.5) < 60, "The median file of shared/ and functions/ stays under 60 lines.");
        Assert.True(FileRules.Percentile(Product, 0.9) < 150, "Nine of ten files of shared/ and functions/ stay under 150 lines.");
    }

    [Fact]
    public void WhenSourcesAreRead_EachHoldsOneTypeOfItsName() =>
        Violations.None(SourceFile.All.SelectMany(FileRules.NotOneType), "One public type a file, with the file's name.");

    [Fact]
    public void WhenSourcesAreRead_NamesSaySomething() =>
        Violations.None(SourceFile.All.SelectMany(FileRules.EmptyNames), "Names are the field's.");

    [Fact]
    public void WhenProductIsRead_InterfacesStandAtPortsOnly() =>
        Violations.None(Product.SelectMany(FileRules.InterfacesOutsidePorts), "An interface only at a port: shared/Engine/Ports.");

    [Theory]
    [InlineData(FileRules.MostLines, 0)]
    [InlineData(FileRules.MostLines + 1, 1)]
    public void WhenFileReachesLimit_OneLineMoreIsReported(int lines, int expected) =>
        Assert.Equal(expected, FileRules.TooLong(new SourceFile("a.cs", string.Concat(Enumerable.Repeat("\n", lines)))).Count());

    [Theory]
    [InlineData("public class A;\npublic class B;\n", 1)]
    [InlineData("public class B;\n", 1)]
    [InlineData("internal class B;\n", 1)]
    [InlineData("public class A;\npublic class A<T>;\n", 0)]
    [InlineData("public class A\n{\n    public class B;\n}\n", 0)]
    [InlineData("return 0;\n", 0)]
    public void WhenFileHoldsTypes_OneOfItsNameIsWanted(string text, int expected) =>
        Assert.Equal(expected, FileRules.NotOneType(new SourceFile("shared/A.cs", text)).Count());

    [Theory]
    [InlineData("QuoteHelper", 1)]
    [InlineData("ManagerOfQuotes", 1)]
    [InlineData("QuoteInfo", 1)]
    [InlineData("DatabaseInformation", 0)]
    [InlineData("ManagementPolicy", 0)]
    [InlineData("TimerInfo", 0)]
    public void WhenNameHoldsEmptyWord_ItIsReported(string name, int expected) =>
        Assert.Equal(expected, FileRules.EmptyNames(new SourceFile($"shared/{name}.cs", $"public class {name};\n")).Count());

    [Theory]
    [InlineData("shared/Engine/Workflows/IThing.cs", 1)]
    [InlineData("shared/Engine/Ports/Broker/IThing.cs", 0)]
    public void WhenInterfaceStandsOutsidePorts_ItIsReported(string path, int expected) =>
        Assert.Equal(expected, FileRules.InterfacesOutsidePorts(new SourceFile(path, "public interface IThing;\n")).Count());

    [Fact]
    public void WhenFilesAreRanked_PercentileIsNearestRank()
    {
        var files = Enumerable.Range(1, 10).Select(lines => new SourceFile("a.cs", new string('\n', lines))).ToList();

        Assert.Equal(5, FileRules.Percentile(files, 0.5));
        Assert.Equal(9, FileRules.Percentile(files, 0.9));
    }
}
