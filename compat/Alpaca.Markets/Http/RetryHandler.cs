using System.Net.Sockets;
using System.Security.Cryptography;

namespace Alpaca.Markets;

/// <summary>Sends a request again as <see cref="ThrottleParameters"/> says. Each attempt has its own time limit.</summary>
/// <remarks>Repeats whatever the method, as the official one does: safe here because only reads are offered.</remarks>
internal sealed class RetryHandler : HttpClientHandler
{
    private const int ShortestWaitMilliseconds = 200;
    private const int LongestWaitStepMilliseconds = 400;

    private readonly ThrottleParameters _throttle;
    private readonly TimeSpan _timeout;

    public RetryHandler(ThrottleParameters throttle, TimeSpan timeout)
    {
        _throttle = throttle;
        _timeout = timeout;
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var retry = 1; ; retry++)
        {
            TimeSpan asked;
            try
            {
                var response = await AttemptAsync(request, cancellationToken).ConfigureAwait(false);
                if (retry > _throttle.MaxRetryAttempts || !AsksForRetry(response))
                {
                    return response;
                }

                asked = RetryAfter(response);
                response.Dispose();
            }
            catch (HttpRequestException exception)
                when (retry <= _throttle.MaxRetryAttempts && MayPass(exception))
            {
                asked = TimeSpan.Zero;
            }

            await Task.Delay(asked + Spread(retry), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_timeout, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, both.Token).ConfigureAwait(false);
            // The body counts too: an answer that stops halfway must not hold its caller for ever.
            await response.Content.LoadIntoBufferAsync(both.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new TimeoutException("HTTP response timed out.", exception);
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    private bool AsksForRetry(HttpResponseMessage response) =>
        _throttle.RetryHttpStatuses.Contains(response.StatusCode) || response.Headers.RetryAfter is not null;

    private bool MayPass(Exception? exception) =>
        exception is not null
        && ((exception is SocketException socket && _throttle.RetrySocketErrorCodes.Contains(socket.SocketErrorCode))
            || MayPass(exception.InnerException));

    private static TimeSpan RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > TimeProvider.System.GetUtcNow() => date - TimeProvider.System.GetUtcNow(),
            _ => TimeSpan.Zero,
        };

    private static TimeSpan Spread(int retry) => TimeSpan.FromMilliseconds(
        RandomNumberGenerator.GetInt32(ShortestWaitMilliseconds, LongestWaitStepMilliseconds * retry));
}
