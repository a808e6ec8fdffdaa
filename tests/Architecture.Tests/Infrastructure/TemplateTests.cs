using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>The templates fit together, are described, and hold no key.</summary>
public sealed class TemplateTests
{
    private const string Sample = """
        @description('Where it stands.')
        param location string = 'here'

        @minLength(3)
        param name string

        module store 'modules/store.bicep' = {
          name: 'store'
          params: {
            account: name
            sku: { name: 'x' }
          }
        }

        output id string = store.outputs.id

        """;

    [Fact]
    public void WhenRepositoryIsRead_TemplatesAreFound()
    {
        Assert.True(BicepFile.Templates.Count > 5, "infra-bicep has main.bicep and its modules.");
        Assert.Equal(["infra-bicep/live.bicepparam", "infra-bicep/paper.bicepparam"], BicepFile.ParameterFiles.Select(file => file.Path));
    }

    [Fact]
    public void WhenParameterOrOutputStands_ItIsDescribed() =>
        Violations.None(BicepFile.Templates.SelectMany(BicepRules.Undescribed), "Say with @description what it is, its unit, and what follows from it.");

    [Fact]
    public void WhenTemplatesAreRead_NoneReadsAKey() =>
        Violations.None(BicepFile.Templates.Concat(BicepFile.ParameterFiles).SelectMany(BicepRules.Keys), "Connect by managed identity.");

    [Fact]
    public void WhenResourceCouldTakeKeys_ItRefusesThem() =>
        Violations.None(BicepFile.Templates.SelectMany(BicepRules.KeysTaken), "Turn local authentication off.");

    [Fact]
    public void WhenModuleIsUsed_ItIsGivenWhatItNeedsAndNothingElse() => Violations.None(
        BicepFile.Templates.SelectMany(file => BicepRules.MismatchedModules(file, path => BicepFile.Templates.SingleOrDefault(template => template.Path == path))),
        "A module and its use differ.");

    [Fact]
    public void WhenModuleFileStands_ItIsUsed() => Violations.None(
        BicepFile.Templates.Where(file => file.Path.StartsWith("infra-bicep/modules/", StringComparison.Ordinal)).Select(file => file.Path)
            .Except(BicepFile.Templates.SelectMany(file => file.Modules).Select(module => $"infra-bicep/{module.Path}")),
        "Remove the module, or use it.");

    [Fact]
    public void WhenSampleIsRead_ItsPartsAreFound()
    {
        var file = new BicepFile("infra-bicep/sample.bicep", Sample);

        Assert.Equal(
            [new("param", "location", true, true), new("param", "name", false, false), new("output", "id", false, true)], file.Declarations);
        var module = Assert.Single(file.Modules);
        Assert.Equal(("store", "modules/store.bicep"), (module.Name, module.Path));
        Assert.Equal(["account", "sku"], module.Passed);
        Assert.Equal(2, BicepRules.Undescribed(file).Count());
    }

    [Theory]
    [InlineData("param account string\nparam sku object\n", 0)]
    [InlineData("param account string\n", 1)]
    [InlineData("param account string\nparam sku object\nparam size int\n", 1)]
    [InlineData("param account string\nparam sku object\nparam size int = 1\n", 0)]
    public void WhenModuleAndUseDiffer_ItIsReported(string module, int expected) => Assert.Equal(
        expected,
        BicepRules.MismatchedModules(new BicepFile("infra-bicep/sample.bicep", Sample), path => path == "infra-bicep/modules/store.bicep" ? new BicepFile(path, module) : null).Count());

    [Fact]
    public void WhenModuleDoesNotExist_ItIsReported() =>
        Assert.Single(BicepRules.MismatchedModules(new BicepFile("infra-bicep/sample.bicep", Sample), _ => null));

    [Theory]
    [InlineData("value: account.listKeys().keys[0].value", 1)]
    [InlineData("value: 'DefaultEndpointsProtocol=https;AccountKey=${k}'", 1)]
    [InlineData("value: insights.properties.ConnectionString", 0)]
    public void WhenKeyIsRead_ItIsReported(string text, int expected) => Assert.Equal(expected, BicepRules.Keys(new BicepFile("a.bicep", text)).Count());

    [Theory]
    [InlineData("disableLocalAuth: true\nminimumTlsVersion: '1.2'", 0)]
    [InlineData("disableLocalAuth: false\nminimumTlsVersion: '1.2'", 1)]
    public void WhenLocalAuthenticationIsOn_ItIsReported(string properties, int expected) => Assert.Equal(
        expected, BicepRules.KeysTaken(new BicepFile("a.bicep", $"resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {{\n{properties}\n}}\n")).Count());
}
