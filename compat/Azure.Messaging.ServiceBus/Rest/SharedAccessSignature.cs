using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>A token made of a shared access key.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/eventhub/generate-sas-token (read 2026-11): HMAC-SHA256 over the escaped resource and
/// the expiry in Unix seconds, keyed with the key's characters as they stand, not with what they decode to.
/// </remarks>
internal static class SharedAccessSignature
{
    public static string Create(string resource, string keyName, string key, DateTimeOffset expires)
    {
        var escaped = Uri.EscapeDataString(resource);
        var expiry = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{escaped}\n{expiry}"));
        return $"SharedAccessSignature sr={escaped}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}"
            + $"&se={expiry}&skn={Uri.EscapeDataString(keyName)}";
    }
}
