using System.Net;
using System.Text;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>The wire to one of the broker's hosts: reads that may be repeated, and changes that are sent exactly once.</summary>
/// <remarks>Makes its own handlers, so that no pipeline of the host can come to retry a change.</remarks>
/// <param name="host">Scheme and host; a path is ignored.</param>
/// <param name="options">The keys.</param>
/// <param name="time">Wall time: timeouts and pauses.</param>
/// <param name="calls">Counts the requests that come out of the account's budget; null where they do not.</param>
/// <param name="share">How much of the budget this connection may take.</param>
internal sealed class AlpacaConnection(
    Uri host, AlpacaOptions options, TimeProvider time, BrokerCalls? calls, CallShare share = CallShare.Closes) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackOff = TimeSpan.FromMilliseconds(250);

    private readonly HttpMessageInvoker _reads = new(Handler(lifetime: TimeSpan.FromMinutes(5)));

    // Lifetime zero: each change gets a connection of its own. A kept one may be dead, which shows only after sending, and
    // would turn a close that never arrived into an unknown outcome.
    private readonly HttpMessageInvoker _changes = new(Handler(lifetime: TimeSpan.Zero));

    /// <summary>Reads, once more after a transient failure. What the budget does not allow is not sent.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<AlpacaAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        if (calls?.Refusal(share) is { } kept)
        {
            return AlpacaAnswer.Nothing(kept);
        }

        var answer = await SendAsync(_reads, HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!answer.IsTransient)
        {
            return answer;
        }

        await Task.Delay(BackOff, time, cancellationToken).ConfigureAwait(false);
        answer = await SendAsync(_reads, HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }

    /// <summary>Sends one DELETE, one time. Throws nothing: whoever gives up waiting gets an answer without status.</summary>
    public Task<AlpacaAnswer> DeleteOnceAsync(string path, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>Sends one POST, one time. Throws nothing: whoever gives up waiting gets an answer without status.</summary>
    /// <param name="path">With its query.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<AlpacaAnswer> PostOnceAsync(string path, string? json, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, path, json, cancellationToken);

    public void Dispose()
    {
        _reads.Dispose();
        _changes.Dispose();
    }

    // What the budget does not allow is answered as the broker would: too many calls, nothing happened.
    private Task<AlpacaAnswer> ChangeAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken) =>
        calls?.Refusal(share) is null
            ? SendAsync(_changes, method, path, json, cancellationToken)
            : Task.FromResult(new AlpacaAnswer(429, "", null, calls.WaitOfRefused()));

    // No redirects: they would repeat a change, and carry the keys to another host.
    private static SocketsHttpHandler Handler(TimeSpan lifetime) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = lifetime,
        UseCookies = false,
    };

    private async Task<AlpacaAnswer> SendAsync(
        HttpMessageInvoker invoker, HttpMethod method, string path, string? json, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = Request(method, path, json);
        calls?.CountRequest();
        try
        {
            using var response = await invoker.SendAsync(request, either.Token).ConfigureAwait(false);
            calls?.Note(response.Headers);
            return await ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            return AlpacaAnswer.Nothing($"no answer: {e.GetBaseException().Message}");
        }
        catch (OperationCanceledException)
        {
            return AlpacaAnswer.Nothing(WhyEnded(cancellationToken));
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? json)
    {
        var request = new HttpRequestMessage(method, new Uri(host, path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (method != HttpMethod.Get)
        {
            // SocketsHttpHandler sends a request without content up to four times, whatever its method, if the connection
            // ends before the first byte of the answer, even a new connection. Content, be it empty, rules that out.
            // Source: dotnet/runtime, HttpConnection.SendAsync and HttpConnectionPool, read 2026-11.
            request.Content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json");
        }

        request.Headers.TryAddWithoutValidation("APCA-API-KEY-ID", options.KeyId);
        request.Headers.TryAddWithoutValidation("APCA-API-SECRET-KEY", options.SecretKey);
        request.Headers.TryAddWithoutValidation("User-Agent", "ExitDesk");
        return request;
    }

    // A status line that came is a fact, even if the body behind it breaks off.
    private async Task<AlpacaAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var wait = status == 429 ? RateLimitHeaders.Wait(response.Headers, time.GetUtcNow()) : null;
        try
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return new AlpacaAnswer(status, WithoutKeys(body), null, wait);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return new AlpacaAnswer(status, "", $"HTTP {status}, then the answer broke off: {e.Message}", wait);
        }
    }

    // A proxy's error page may show the request's headers.
    private string WithoutKeys(string body) => Blot(Blot(body, options.SecretKey), options.KeyId);

    private static string Blot(string text, string key) =>
        key.Length == 0 ? text : text.Replace(key, "***", StringComparison.Ordinal);

    private static string WhyEnded(CancellationToken caller) => caller.IsCancellationRequested
        ? "stopped waiting for the answer: this process is ending its work"
        : $"no answer within {Patience.TotalSeconds:0} s";
}
