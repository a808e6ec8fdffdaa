using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The app settings that triggers refer to: environment variables, overridden by <c>--NAME=value</c> arguments.</summary>
/// <remarks>Not the application's own configuration: the real host knows nothing of its files.</remarks>
internal sealed partial class AppSettings(IConfiguration settings)
{
    /// <summary>Null if not set, or empty.</summary>
    public string? this[string name] => settings[name] is { Length: > 0 } value ? value : null;

    public static AppSettings From(string[] args) =>
        new(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());

    /// <summary>Whether the function is not to start by itself.</summary>
    /// <remarks>Takes <c>AzureWebJobs.{Name}.Disabled</c>; where a variable's name cannot hold dots, two underscores each.</remarks>
    public bool Disables(string function)
    {
        var value = this[$"AzureWebJobs.{function}.Disabled"] ?? this[$"AzureWebJobs:{function}:Disabled"];
        return value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Replaces each <c>%NAME%</c>. An unknown one is a problem of <paramref name="place"/> and gives null.</summary>
    public string? Resolve(string text, string place, StartupProblems problems)
    {
        var names = Expression().Matches(text).Select(match => match.Groups[1].Value);
        var unknown = names.Where(name => this[name] is null).ToList();
        foreach (var name in unknown)
        {
            problems.Add(
                place,
                $"the setting %{name}% is not set. Set the environment variable {name}, or put it into {LocalSettings.FileName}.");
        }

        return unknown.Count > 0 ? null : Expression().Replace(text, match => this[match.Groups[1].Value]!);
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Expression();
}
