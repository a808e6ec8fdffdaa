using System.Text.Json;

namespace Alpaca.Markets;

/// <summary>Sends GET requests to one API and reads its JSON; remembers the rate limit of the last answer.</summary>
internal sealed class ApiConnection(HttpClient client) : IDisposable
{
    private volatile RateLimitValues _rateLimit = RateLimitValues.Unknown;

    public IRateLimitValues RateLimit => _rateLimit;

    /// <exception cref="RestClientErrorException">The API refused, or answered with nothing.</exception>
    /// <exception cref="JsonException">The answer is broken or lacks something required.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, or broke off.</exception>
    /// <exception cref="TimeoutException">An attempt took longer than <see cref="ThrottleParameters.Timeout"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller's HTTP client timed out.</exception>
    public async Task<T> GetAsync<T>(string pathAndQuery, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await client
            .GetAsync(new Uri(pathAndQuery, UriKind.Relative), HttpCompletionOption.ResponseContentRead, cancellationToken)
            .ConfigureAwait(false);
        _rateLimit = RateLimitValues.From(response.Headers) ?? _rateLimit;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw RestClientErrorException.From(response, body);
        }

        // An empty body and a literal null are the same to the official client.
        return (body.Length == 0 ? null : JsonSerializer.Deserialize<T>(body, WireJson.Options))
            ?? throw new RestClientErrorException("Unable to deserialize JSON response message.");
    }

    public void Dispose() => client.Dispose();
}
