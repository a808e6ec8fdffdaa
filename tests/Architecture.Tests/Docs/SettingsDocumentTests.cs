using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/settings.md lists the settings that the code reads, all of them and no others.</summary>
public sealed partial class SettingsDocumentTests
{
    private const string Path = "docs/settings.md";

    private static IReadOnlyList<string> Documented =>
        [.. MarkdownTable.In(Path).Where(table => table.Header[0] == "setting").SelectMany(table => table.Rows).Select(row => row[0].Trim('`'))];

    private static string SmallestSet => Assert.Single(Prose.Blocks(RepositoryFolder.Read(Path), "ini"));

    [Fact]
    public void WhenCodeReadsASetting_ItIsDocumented()
    {
        var read = SourceFile.All
            .Where(file => file.IsUnder("functions", "shared/Engine/Settings", "compat/Microsoft.Azure.Functions.Worker"))
            .SelectMany(file => Names(file.Text))
            .Concat(SampleNames())
            .Distinct();

        Violations.None(read.Except(Documented), "Add the setting to docs/settings.md.");
    }

    [Fact]
    public void WhenSettingIsDocumented_TheCodeOrItsSampleNamesIt()
    {
        var known = string.Join('\n', SourceFile.All.Where(file => !file.IsUnder("tests")).Select(file => file.Text).Concat(SampleNames()));

        Violations.None(Documented.Where(name => !known.Contains(name, StringComparison.Ordinal)), "The document names a setting that nothing reads.");
    }

    [Fact]
    public void WhenSmallestSetIsGiven_SettingsHold()
    {
        var settings = DeskSettingsSource.Read(Configuration(SmallestSet), out var problems);

        Assert.Empty(problems);
        Assert.NotNull(settings);
    }

    [Fact]
    public void WhenOneOfTheSmallestSetIsMissing_ItIsNamed()
    {
        var lines = SmallestSet.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, left =>
        {
            DeskSettingsSource.Read(Configuration(string.Join('\n', lines.Where(line => line != left))), out var problems);

            Assert.StartsWith(left.Split('=')[0], Assert.Single(problems), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void WhenSettingIsRefusedIfLeftOut_ItIsInTheSmallestSet()
    {
        var refused = MarkdownTable.In(Path).Where(table => table.Header[0] == "setting").SelectMany(table => table.Rows)
            .Where(row => row[1] == "refused")
            .Select(row => row[0].Trim('`'));

        Assert.Empty(refused.Except(SmallestSet.Split('\n').Select(line => line.Split('=')[0])));
    }

    [Fact]
    public void WhenExternalPositionsAreExplained_EveryChoiceThatAPlanHasIsNamed()
    {
        var row = MarkdownTable.In(Path).SelectMany(table => table.Rows).Single(row => row[0] == "`EXITDESK_EXTERNAL_POSITIONS`");

        Violations.None(
            Enum.GetNames<ManagementChoice>().Select(choice => choice.ToLowerInvariant()).Where(choice => !row[2].Contains($"`{choice}`", StringComparison.Ordinal)),
            "Say in docs/settings.md what becomes of a position by this choice.");
    }

    [Fact]
    public void WhenDefaultOfEntriesIsDocumented_ItIsTheCodes()
    {
        var written = MarkdownTable.In(Path).SelectMany(table => table.Rows)
            .Where(row => row[0].StartsWith("`ENTRY_", StringComparison.Ordinal) && row[1].StartsWith('`') && row[1].EndsWith('`'))
            .Select(row => $"{row[0].Trim('`')}={row[1].Trim('`')}")
            .ToList();

        var settings = DeskSettingsSource.Read(Configuration(SmallestSet + "\n" + string.Join('\n', written)), out var problems);

        Assert.Empty(problems);
        Assert.True(written.Count > 20, "few defaults are documented");
        Assert.Equal(LedgerJson.Write(EntrySettings.Default), LedgerJson.Write(settings!.Entries));
    }

    [Fact]
    public void WhenSourceNamesSettings_TheyAreFound() => Assert.Equal(
        ["EXITDESK_MODE", "SYNC_SCHEDULE", "LedgerConnection", "LedgerConnection__endpoint"],
        Names("""reader.Find("EXITDESK_MODE"); [TimerTrigger("%SYNC_SCHEDULE%")] x("LedgerConnection") ?? y("LedgerConnection__endpoint") + "UTC" """));

    private static IConfiguration Configuration(string lines) => new ConfigurationBuilder()
        .AddInMemoryCollection(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => KeyValuePair.Create(line.Split('=')[0], (string?)line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..])))
        .Build();

    private static IEnumerable<string> Names(string text) => Name().Matches(text).Select(match => match.Groups["name"].Value).Distinct();

    private static IEnumerable<string> SampleNames() =>
        SampleName().Matches(RepositoryFolder.Read("functions/local.settings.sample.json")).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"""%?(?<name>[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+|(?:Ledger|ServiceBus)Connection(?:__\w+)?)%?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"^    ""(?<name>\w+)"":", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SampleName();
}
