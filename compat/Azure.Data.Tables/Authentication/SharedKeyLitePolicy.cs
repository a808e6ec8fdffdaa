using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Authentication;

/// <summary>Signs each try of a request with the account key.</summary>
/// <remarks>
/// Shared Key Lite for the Table service: HMAC-SHA256 over the date and the canonical resource,
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key (read 2026-11-20).
/// </remarks>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        var signature = credential.Sign($"{date}\n{CanonicalResource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // The path exactly as it stands in the request; of the query only 'comp' counts, which no request here has.
    private string CanonicalResource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}";
}
