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
            try
            {
                _ = BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                problems.Add("ASPNETCORE_URLS", $"'{url}' is no address. Write it like {Default}.");
            }
        }
    }
}
