using Microsoft.AspNetCore.Http;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>What one request looked like when it arrived.</summary>
internal sealed record ReceivedRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers)
{
    public static ReceivedRequest Of(HttpRequest request) => new(
        request.Method,
        request.Path,
        request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
        request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
