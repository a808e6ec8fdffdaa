using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Judges the key of a request: header <c>x-functions-key</c>, or else query <c>code</c>.</summary>
/// <remarks>
/// A level whose key is not set is closed, except for a developer: in environment Development, a request from this machine
/// to this machine's own name passes. The name matters because a tunnel to the internet also calls from this machine.
/// </remarks>
internal sealed class RequestKeys(string? hostKey, string? masterKey, bool isDevelopment)
{
    /// <summary>Setting with the key for <see cref="AuthorizationLevel.Function"/>.</summary>
    public const string HostKeySetting = "FUNCTIONS_HOST_KEY";

    /// <summary>Setting with the key for <see cref="AuthorizationLevel.Admin"/>, which opens each level.</summary>
    public const string MasterKeySetting = "FUNCTIONS_MASTER_KEY";

    public bool Admit(HttpContext context, AuthorizationLevel level) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function =>
            Matches(context, hostKey) || Matches(context, masterKey) || (hostKey is null && IsDeveloper(context)),
        AuthorizationLevel.Admin => Matches(context, masterKey) || (masterKey is null && IsDeveloper(context)),
        AuthorizationLevel.User or AuthorizationLevel.System => false,
    };

    /// <summary>What the owner should know at the start: keys that functions ask for and that are not set.</summary>
    public IReadOnlyList<string> Notes(IReadOnlyList<FunctionEntry> functions)
    {
        var levels = functions.Select(function => (function.Trigger as HttpTrigger)?.Level).ToHashSet();
        var fate = isDevelopment ? "passes only from this machine" : "is refused";
        List<string> notes = [];
        if (hostKey is null && masterKey is null && levels.Contains(AuthorizationLevel.Function))
        {
            notes.Add($"{HostKeySetting} is not set: what asks for level Function {fate}");
        }

        if (masterKey is null && (isDevelopment || levels.Contains(AuthorizationLevel.Admin)))
        {
            notes.Add($"{MasterKeySetting} is not set: what asks for level Admin, and /admin, {fate}");
        }

        return notes;
    }

    private static bool Matches(HttpContext context, string? key)
    {
        var header = context.Request.Headers["x-functions-key"].ToString();
        var given = header.Length > 0 ? header : context.Request.Query["code"].ToString();

        // Digests have one length, so that not even the key's length can be told from the time taken.
        return key is not null && CryptographicOperations.FixedTimeEquals(Digest(given), Digest(key));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private bool IsDeveloper(HttpContext context) =>
        isDevelopment
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopback(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
