using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Where the host listens.</summary>
internal static class ListenAddresses
{
    /// <summary>The real local host's address.</summary>
    public const string Default = "http://localhost:7071";

    /// <param name="urls">Addresses separated by semicolons; null for the default.</param>
    /// <param name="problems">Gets each one that is malformed.</param>
    public static void Check(string? urls, StartupProblems problems)
    {
        foreach (var url in (urls ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Problem(url) is { } problem)
            {
                problems.Add("ASPNETCORE_URLS", $"'{url}' {problem}. Write it like {Default}.");
            }
        }
    }

    private static string? Problem(string url)
    {
        try
        {
            return BindingAddress.Parse(url) switch
            {
                { Scheme: not "http" } => "is not http, which is all that this host speaks",
                { PathBase.Length: > 0 } => "has a path; the path is the route prefix of host.json",
                { Host: "localhost", Port: 0 } => "asks for any free port, which takes 127.0.0.1 in place of localhost",
                _ => null,
            };
        }
        catch (FormatException)
        {
            return "is no address";
        }
    }
}
