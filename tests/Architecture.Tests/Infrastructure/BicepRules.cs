using System.Text.RegularExpressions;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>What a Bicep file must hold.</summary>
internal static partial class BicepRules
{
    // Resource types that can be opened with a key, and what turns that off.
    private static readonly Dictionary<string, string[]> Keyless = new()
    {
        ["Microsoft.Storage/storageAccounts"] = ["allowSharedKeyAccess: false", "allowBlobPublicAccess: false", "minimumTlsVersion: 'TLS1_2'"],
        ["Microsoft.ServiceBus/namespaces"] = ["disableLocalAuth: true", "minimumTlsVersion: '1.2'"],
        ["Microsoft.Insights/components"] = ["DisableLocalAuth: true"],
        ["Microsoft.OperationalInsights/workspaces"] = ["disableLocalAuth: true"],
        ["Microsoft.KeyVault/vaults"] = ["enableRbacAuthorization: true", "enablePurgeProtection: true"],
        ["Microsoft.Web/sites"] = ["httpsOnly: true", "minTlsVersion: '1.2'", "ftpsState: 'Disabled'", "name: 'scm'\n    properties: { allow: false }", "name: 'ftp'\n    properties: { allow: false }"],
    };

    public static IEnumerable<string> Undescribed(BicepFile file) =>
        file.Declarations.Where(declaration => !declaration.IsDescribed).Select(declaration => $"{file.Path}: {declaration.Keyword} {declaration.Name}");

    public static IEnumerable<string> Keys(BicepFile file) =>
        Key().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    /// <summary>Keys that a resource of the file would still take.</summary>
    public static IEnumerable<string> KeysTaken(BicepFile file) =>
        from type in file.ResourceTypes
        where Keyless.ContainsKey(type)
        from wanted in Keyless[type]
        where !file.Text.Contains(wanted, StringComparison.Ordinal)
        select $"{file.Path}: {type} lacks {wanted}";

    /// <summary>Parameters of modules that are missing or that the module does not have.</summary>
    /// <param name="file">The template.</param>
    /// <param name="find">The module's file by its path from the root; null if there is none.</param>
    public static IEnumerable<string> MismatchedModules(BicepFile file, Func<string, BicepFile?> find)
    {
        foreach (var module in file.Modules)
        {
            if (find($"{Path.GetDirectoryName(file.Path)!.Replace('\\', '/')}/{module.Path}") is not { } target)
            {
                yield return $"{file.Path}: {module.Path} does not exist";
                continue;
            }

            foreach (var problem in Mismatches(target, module.Passed))
            {
                yield return $"{file.Path}: module {module.Name}: {problem}";
            }
        }
    }

    /// <summary>What a parameter file, or a use of a module, gives too little or too much.</summary>
    public static IEnumerable<string> Mismatches(BicepFile target, IEnumerable<string> given)
    {
        var names = given.ToList();
        return target.Parameters.Where(parameter => !parameter.HasDefault && !names.Contains(parameter.Name)).Select(parameter => $"{parameter.Name} is not given")
            .Concat(names.Except(target.Parameters.Select(parameter => parameter.Name)).Select(name => $"{name} is no parameter of {target.Path}"));
    }

    [GeneratedRegex(@"\blist\w*Keys?\b|\blistKeys\b|\blistSas\b|AccountKey|SharedAccessKey|AccountSas|primaryKey\b|primaryConnectionString|InstrumentationKey", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
