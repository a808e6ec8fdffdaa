using System.Text;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Functions.Http;

/// <summary>Reads bodies that strangers may send.</summary>
internal static class RequestBody
{
    /// <summary>Telegram's updates are a few kilobytes.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>The body as text, whatever bytes it is made of; null if it is too long or ends before it should.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await BytesAsync(request, cancellationToken).ConfigureAwait(false) is { Length: <= LongestBody } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The body as it came; one byte more than <see cref="LongestBody"/> if it is too long, null if it ends before it should.</summary>
    public static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestBody + 1];
        var length = 0;
        try
        {
            int read;
            while (length < buffer.Length
                && (read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception problem) when (problem is IOException or BadHttpRequestException)
        {
            return null;
        }

        return buffer[..length];
    }
}
