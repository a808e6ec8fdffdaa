using System.Diagnostics;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>Every Bicep file parses. Types and API versions are checked by the Bicep compiler, in public CI.</summary>
public sealed class BicepSyntaxTests
{
    [SkippableFact]
    public async Task WhenBicepFilesAreParsed_SyntaxIsRight()
    {
        var paths = BicepFile.Templates.Concat(BicepFile.ParameterFiles).Select(file => Path.Combine(RepositoryFolder.Root, file.Path));

        Assert.Equal("", await ParseAsync([.. paths]));
    }

    [SkippableTheory]
    [InlineData(".bicep", "param name string = 'a'\n", true)]
    [InlineData(".bicep", "param name string = {\n", false)]
    [InlineData(".bicep", "resource a 'x@1' = {\n  name: 'a'\n", false)]
    [InlineData(".bicepparam", "using 'main.bicep'\n\nparam name = 'a'\n", true)]
    [InlineData(".bicepparam", "using 'main.bicep'\n\nparam name = \n", false)]
    public async Task WhenTextIsParsed_ErrorsAreSeen(string extension, string text, bool isRight)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        await File.WriteAllTextAsync(path, text);
        try
        {
            Assert.Equal(isRight, (await ParseAsync([path])).Length == 0);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> ParseAsync(IReadOnlyList<string> paths)
    {
        var folder = await NodeFolder.ReadyAsync();
        using var node = Process.Start(new ProcessStartInfo("node", ["bicep.cjs", .. paths])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var found = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return found.Trim();
    }
}
