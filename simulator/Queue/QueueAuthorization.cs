using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExitDesk.Simulator.Queue;

/// <summary>Checks a request's Authorization header: a shared access signature made with the right key, or any bearer token.</summary>
/// <remarks>https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas (read 2026-11).</remarks>
internal static class QueueAuthorization
{
    public const string KeyName = "Simulator";

    // Guards nothing: it exists so that a client which signs wrongly fails here and not on its first day in the cloud.
    public const string Key = "c2ltdWxhdG9yLW9ubHktbm90LWEtc2VjcmV0LWtleQ==";

    private const string SignatureScheme = "SharedAccessSignature ";
    private const string BearerScheme = "Bearer ";

    /// <summary>Null if the header is good; else what is wrong with it.</summary>
    public static string? Problem(string? header, string hostAndPath, DateTimeOffset now) => header switch
    {
        null or "" => "Authorization header is missing",
        _ when header.StartsWith(BearerScheme, StringComparison.Ordinal) =>
            header.Length > BearerScheme.Length ? null : "Bearer token is empty",
        _ when header.StartsWith(SignatureScheme, StringComparison.Ordinal) =>
            SignatureProblem(Fields(header[SignatureScheme.Length..]), hostAndPath, now),
        _ => "Authorization scheme is neither SharedAccessSignature nor Bearer",
    };

    private static string? SignatureProblem(Dictionary<string, string> fields, string hostAndPath, DateTimeOffset now)
    {
        if (!fields.TryGetValue("sr", out var resource) || !fields.TryGetValue("sig", out var signature)
            || !fields.TryGetValue("se", out var expiry) || fields.GetValueOrDefault("skn") != KeyName)
        {
            return $"Shared access signature needs sr, sig, se and skn={KeyName}";
        }

        if (!long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds <= now.ToUnixTimeSeconds())
        {
            return "Shared access signature has expired";
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{resource}\n{expiry}"));
        if (Uri.UnescapeDataString(signature) != Convert.ToBase64String(expected))
        {
            return "Shared access signature is wrong";
        }

        return Covers(Uri.UnescapeDataString(resource), hostAndPath) ? null : "Shared access signature is for another resource";
    }

    /// <summary>A signature covers its resource and what lies below it; the scheme does not matter.</summary>
    private static bool Covers(string resource, string hostAndPath)
    {
        var scheme = resource.IndexOf("://", StringComparison.Ordinal);
        var covered = (scheme < 0 ? resource : resource[(scheme + 3)..]).TrimEnd('/') + "/";
        return $"{hostAndPath}/".StartsWith(covered, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Fields(string signature) =>
        signature.Split('&').Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
            .DistinctBy(field => field[0]).ToDictionary(field => field[0], field => field[1]);
}
