using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What <c>host.json</c> says of this host.</summary>
/// <remarks>An environment variable <c>AzureFunctionsJobHost__path__to__value</c> overrides the value at that path.</remarks>
internal sealed class HostJson(IConfiguration settings)
{
    public const string FileName = "host.json";

    private const string MaxConcurrentCallsKey = "extensions:serviceBus:maxConcurrentCalls";
    private const string MaxLockRenewalKey = "extensions:serviceBus:maxAutoLockRenewalDuration";
    private const string AutoCompleteKey = "extensions:serviceBus:autoCompleteMessages";
    private const string TimeoutKey = "functionTimeout";

    /// <summary>Without slashes at its ends; empty for none.</summary>
    public string RoutePrefix => (settings["extensions:http:routePrefix"] ?? "api").Trim('/');

    public IConfiguration Logging => settings.GetSection("logging");

    /// <summary>Messages of one queue that may be under way at once.</summary>
    public int MaxConcurrentCalls { get; private set; } = 16;

    /// <summary>How long a message's lock is renewed while its handler runs; zero means never.</summary>
    public TimeSpan MaxLockRenewal { get; private set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an invocation may take before it is cancelled; null means any time.</summary>
    public TimeSpan? FunctionTimeout { get; private set; } = TimeSpan.FromMinutes(30);

    /// <exception cref="UnusableApplicationException">The file is not JSON.</exception>
    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(source =>
            {
                source.Path = path;
                source.Optional = true;
                source.ResolveFileProvider();
            });
            return new HostJson(file.AddEnvironmentVariables("AzureFunctionsJobHost__").Build());
        }
        catch (InvalidDataException malformed)
        {
            throw new UnusableApplicationException($"{path}: {malformed.GetBaseException().Message} Correct it there.");
        }
    }

    /// <summary>Takes over the values that can be wrong.</summary>
    public void Check(StartupProblems problems)
    {
        if (settings[MaxConcurrentCallsKey] is { } calls)
        {
            var valid = int.TryParse(calls, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            MaxConcurrentCalls = valid ? number : MaxConcurrentCalls;
            Report(valid, MaxConcurrentCallsKey, calls, "a whole number of at least 1", problems);
        }

        if (settings[MaxLockRenewalKey] is { } renewal)
        {
            var valid = TryParse(renewal, out var span) && span >= TimeSpan.Zero;
            MaxLockRenewal = valid ? span : MaxLockRenewal;
            Report(valid, MaxLockRenewalKey, renewal, "a time span such as 00:05:00", problems);
        }

        if (settings[TimeoutKey] is { } timeout)
        {
            var valid = (TryParse(timeout, out var span) && span > TimeSpan.Zero) || timeout == "-1";
            FunctionTimeout = timeout == "-1" ? null : valid ? span : FunctionTimeout;
            Report(valid, TimeoutKey, timeout, "a time span such as 00:05:00, or -1 for no limit", problems);
        }

        // Functions take the body alone, so that nobody but the host could complete the message.
        var completes = !string.Equals(settings[AutoCompleteKey], "false", StringComparison.OrdinalIgnoreCase);
        Report(completes, AutoCompleteKey, "false", "true: this host binds the body alone, and completes messages itself", problems);
    }

    private static bool TryParse(string text, out TimeSpan span) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);

    private static void Report(bool valid, string key, string value, string wanted, StartupProblems problems)
    {
        if (!valid)
        {
            problems.Add(FileName, $"{key.Replace(':', '.')} is '{value}', and must be {wanted}.");
        }
    }
}
