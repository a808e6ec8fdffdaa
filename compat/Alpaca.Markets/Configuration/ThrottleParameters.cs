using System.Net;
using System.Net.Sockets;

namespace Alpaca.Markets;

/// <summary>How often and after which failures a request is sent again, and how long one attempt may take.</summary>
/// <remarks>
/// Besides the statuses and socket errors named here, an answer with a Retry-After header is always retried. Each wait is
/// that header's, if any, plus 200 ms up to 400 ms times the number of the retry.
/// </remarks>
public sealed class ThrottleParameters
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private static readonly SocketError[] DefaultSocketErrors =
    [
        SocketError.TryAgain,
        SocketError.TimedOut,
        SocketError.WouldBlock,
        SocketError.NotConnected,
        SocketError.HostNotFound,
    ];

    private static readonly HttpStatusCode[] DefaultStatuses =
    [
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout,
    ];

    /// <summary>Sets all three; a null list means the default one.</summary>
    /// <param name="maxRetryAttempts">Retries after the first attempt; 0 sends once.</param>
    /// <param name="retrySocketErrorCodes">By default TryAgain, TimedOut, WouldBlock, NotConnected, HostNotFound.</param>
    /// <param name="retryHttpStatuses">By default 429, 502, 503, 504; not 500.</param>
    public ThrottleParameters(
        uint maxRetryAttempts,
        IEnumerable<SocketError> retrySocketErrorCodes,
        IEnumerable<HttpStatusCode> retryHttpStatuses)
    {
        MaxRetryAttempts = maxRetryAttempts;
        RetrySocketErrorCodes = new HashSet<SocketError>(retrySocketErrorCodes ?? DefaultSocketErrors);
        RetryHttpStatuses = new HashSet<HttpStatusCode>(retryHttpStatuses ?? DefaultStatuses);
    }

    /// <summary>Five retries. One instance for everybody: make your own to change something.</summary>
    public static ThrottleParameters Default { get; } = new(5, DefaultSocketErrors, DefaultStatuses);

    /// <summary>Retries after the first attempt.</summary>
    public uint MaxRetryAttempts { get; set; }

    public ISet<HttpStatusCode> RetryHttpStatuses { get; }

    public ISet<SocketError> RetrySocketErrorCodes { get; }

    /// <summary>How long one attempt may take before a <see cref="TimeoutException"/>; null for 100 seconds.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>A handler that retries and times out as set here at this moment.</summary>
    public HttpMessageHandler GetMessageHandler() => new RetryHandler(this, Timeout ?? DefaultTimeout);

    internal HttpClient CreateHttpClient() =>
        new(GetMessageHandler(), disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
}
