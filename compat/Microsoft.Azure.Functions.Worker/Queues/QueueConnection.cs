namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>How to reach a Service Bus namespace: one of the two is given.</summary>
/// <param name="ConnectionString">A connection string with its key; null to go by identity.</param>
/// <param name="FullyQualifiedNamespace">
/// The namespace's host name, reached as the default Azure identity; null with a connection string.
/// </param>
internal sealed record QueueConnection(string? ConnectionString, string? FullyQualifiedNamespace)
{
    /// <summary>Looks where the real host looks. Without any of it, a problem of <paramref name="place"/>, and null.</summary>
    public static QueueConnection? Find(string? name, AppSettings settings, string place, StartupProblems problems)
    {
        var setting = name ?? "AzureWebJobsServiceBus";
        foreach (var candidate in new[] { setting, $"AzureWebJobs{setting}" })
        {
            if (settings[candidate] is { } connectionString)
            {
                return new QueueConnection(connectionString, null);
            }

            if (settings[$"{candidate}:fullyQualifiedNamespace"] is { } host)
            {
                return new QueueConnection(null, host);
            }
        }

        problems.Add(
            place,
            $"no Service Bus connection. Set {setting} to a connection string, or {setting}__fullyQualifiedNamespace to a host name.");
        return null;
    }
}
