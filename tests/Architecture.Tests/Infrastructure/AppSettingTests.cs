using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Docs;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>The function app has every setting that the desk needs, and none that nothing reads.</summary>
public sealed partial class AppSettingTests
{
    private const string Settings = "docs/settings.md";
    private const string Deployment = "docs/deploy.md";

    // Read by the Functions host and by Azure.Identity, not by the desk.
    private static readonly string[] Platforms =
    [
        "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE", "AZURE_CLIENT_ID",
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "ServiceBusConnection__credential", "ServiceBusConnection__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    private static readonly string[] Secrets = ["ALPACA_KEY_ID", "ALPACA_SECRET_KEY", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"];

    private static readonly BicepFile App = BicepFile.Templates.Single(file => file.Path.EndsWith("/function-app.bicep", StringComparison.Ordinal));

    private static Dictionary<string, string> Set =>
        Setting().Matches(App.Text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    // Settings of the stand-in host are not Azure's.
    private static IReadOnlyList<(string Name, bool IsRefused)> Desk =>
        [.. MarkdownTable.Read(RepositoryFolder.Read(Settings).Split("\n## The host")[0])
            .Where(table => table.Header[0] == "setting")
            .SelectMany(table => table.Rows)
            .Select(row => (row[0].Trim('`'), row[1] == "refused"))];

    private static IEnumerable<string> LeftOut => MarkdownTable.In(Deployment).Single(table => table.Header[0] == "left out").Rows.Select(row => row[0].Trim('`'));

    [Fact]
    public void WhenDeskRefusesToStartWithout_TheTemplateSetsIt() => Violations.None(
        Desk.Where(setting => setting.IsRefused).Select(setting => setting.Name).Except(Set.Keys), "Set it in infra-bicep/modules/function-app.bicep.");

    [Fact]
    public void WhenDeskReadsASetting_TheTemplateSetsItOrSaysWhyNot() => Violations.None(
        Desk.Select(setting => setting.Name).Except(Set.Keys).Except(LeftOut),
        "Set it in infra-bicep/modules/function-app.bicep, or add it with the reason to the table \"left out\" of docs/deploy.md.");

    [Fact]
    public void WhenSettingIsLeftOut_TheTemplateDoesNotSetIt() => Assert.Empty(LeftOut.Intersect(Set.Keys));

    [Fact]
    public void WhenTemplateSetsASetting_SomethingReadsIt() => Violations.None(
        Set.Keys.Except(Desk.Select(setting => setting.Name)).Except(Platforms), "Nothing reads the app setting: mind its spelling, or name it among the platform's.");

    [Fact]
    public void WhenSettingIsSecret_ItIsInTheVault() => Assert.All(
        Secrets, name => Assert.Matches(@"^'@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets/[a-z-]+\)'$", Set[name]));

    [Fact]
    public void WhenSecretIsInTheVault_TheGuideSetsIt() => Violations.None(
        SecretName().Matches(App.Text).Select(match => match.Groups["name"].Value)
            .Where(name => !RepositoryFolder.Read(Deployment).Contains($"--name {name}\n", StringComparison.Ordinal)),
        "Say in docs/deploy.md how the secret is set.");

    [Fact]
    public void WhenScheduleIsSet_ItIsTheRecommendedOne() => Assert.All(
        Set.Where(setting => setting.Key.EndsWith("_SCHEDULE", StringComparison.Ordinal)),
        setting => Assert.Contains($"\"{setting.Key}\": \"{setting.Value.Trim('\'')}\"", RepositoryFolder.Read("functions/local.settings.sample.json"), StringComparison.Ordinal));

    [Fact]
    public void WhenTriggersNameAConnection_ItIsSetByIdentity() => Assert.All(
        SourceFile.All.Where(file => file.IsUnder("functions")).SelectMany(file => Connection().Matches(file.Text)).Select(match => match.Groups["name"].Value).Distinct(),
        name =>
        {
            Assert.Contains($"{name}__fullyQualifiedNamespace", Set.Keys);
            Assert.Equal("'managedidentity'", Set[$"{name}__credential"]);
            Assert.Equal("identityClientId", Set[$"{name}__clientId"]);
        });

    [GeneratedRegex(@"^      (?<name>[A-Z]\w*[A-Z_]\w*): (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"secrets/(?<name>[a-z-]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"ServiceBusTrigger\([^\]]*Connection = ""(?<name>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Connection();
}
