using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class LocalSettingsTests
{
    private readonly string _folder = WorkerHost.EmptyFolder();

    [Fact]
    public void WhenVariableIsNotSet_FileSetsIt()
    {
        Environment.SetEnvironmentVariable("LOCAL_SETTINGS_KEPT", "mine");
        Write("""
            {
              // A desk of one's own.
              "IsEncrypted": false,
              "Values": {
                "LOCAL_SETTINGS_KEPT": "theirs",
                "LOCAL_SETTINGS_TEXT": "0 * * * * *",
                "LOCAL_SETTINGS_NUMBER": 8,
              },
            }
            """);

        LocalSettings.IntoEnvironment(_folder);

        Assert.Equal("mine", Environment.GetEnvironmentVariable("LOCAL_SETTINGS_KEPT"));
        Assert.Equal("0 * * * * *", Environment.GetEnvironmentVariable("LOCAL_SETTINGS_TEXT"));
        Assert.Equal("8", Environment.GetEnvironmentVariable("LOCAL_SETTINGS_NUMBER"));
    }

    [Fact]
    public void WhenThereIsNoFile_NothingHappens() => LocalSettings.IntoEnvironment(_folder);

    [Theory]
    [InlineData("{ \"Values\": {\n  \"A\" \"b\" } }", "line 2, column 7")]
    [InlineData("", "line 1")]
    [InlineData("[]", "must be an object")]
    [InlineData("{ \"Values\": [] }", "\"Values\" must be an object")]
    [InlineData("{ \"Values\": { \"A\": {} } }", "\"A\" must be a text")]
    [InlineData("{ \"IsEncrypted\": true }", "encrypted")]
    public void WhenFileIsMalformed_PlaceIsNamed(string content, string place)
    {
        Write(content);

        var unusable = Assert.Throws<UnusableApplicationException>(() => LocalSettings.IntoEnvironment(_folder));

        Assert.Contains(Path.Combine(_folder, "local.settings.json"), unusable.Message, StringComparison.Ordinal);
        Assert.Contains(place, unusable.Message, StringComparison.Ordinal);
    }

    private void Write(string content) => File.WriteAllText(Path.Combine(_folder, "local.settings.json"), content);
}
