using System.Globalization;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace ExitDesk.Simulator.Queue;

/// <summary>The queues of a simulated day at wire level: the Service Bus REST data plane on a loopback port.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/servicebus (read 2026-11). Queues live in market time, clients in wall time: see
/// <see cref="WallTime"/>.</remarks>
public sealed class QueueEndpoint : IAsyncDisposable
{
    // A Standard namespace takes messages of 256 KB, headers and all; the body is what differs.
    private const int LargestBody = 256 * 1024;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    private readonly QueueNamespace _queues;
    private readonly WallTime _time;
    private readonly QueueWire _wire;
    private readonly Wiretap _tap;
    private readonly CancellationTokenSource _closing = new();
    private LoopbackServer _server = null!;
    private bool _isClosed;

    private QueueEndpoint(QueueNamespace queues, WallTime time, Wiretap tap)
    {
        _queues = queues;
        _time = time;
        _tap = tap;
        _wire = new QueueWire(time);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _server.Address;

    /// <summary>What a Service Bus client needs to know.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://{Address.Authority};SharedAccessKeyName={QueueAuthorization.KeyName};"
        + $"SharedAccessKey={QueueAuthorization.Key};UseDevelopmentEmulator=true";

    /// <summary>Opens queues to clients.</summary>
    /// <param name="queues">The queues; they outlive the endpoint.</param>
    /// <param name="time">How the clients' time relates to the queues'.</param>
    /// <param name="port">The port to listen on; 0 takes a free one.</param>
    /// <param name="tap">Passed by every call; null: nobody listens.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<QueueEndpoint> StartAsync(
        QueueNamespace queues, WallTime time, int port = 0, Wiretap? tap = null, CancellationToken cancellationToken = default)
    {
        var endpoint = new QueueEndpoint(queues, time, tap ?? new Wiretap());
        endpoint._server = await LoopbackServer.StartAsync(
            application => ((IApplicationBuilder)application).Run(endpoint.HandleAsync), port, cancellationToken)
            .ConfigureAwait(false);
        return endpoint;
    }

    /// <summary>Lets waiting receivers go and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await _closing.CancelAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        _tap.Pass();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var route = QueueRoute.Parse(context.Request.Method, target);
        var resource = $"{context.Request.Host}{target.Split('?')[0]}";
        var outcome = QueueAuthorization.Problem(context.Request.Headers.Authorization, resource, _time.Now) is { } problem
                ? Refusal(StatusCodes.Status401Unauthorized, problem)
            : route is null ? Refusal(StatusCodes.Status400BadRequest, $"No operation {context.Request.Method} {target}")
            : _queues.Find(route.Queue) is { } queue ? AnswerAsync(context, route, queue)
            : Refusal(StatusCodes.Status410Gone, $"Queue '{route.Queue}' does not exist");
        var refusal = await outcome.ConfigureAwait(false);
        _tap.Pass();
        if (refusal is { } refused)
        {
            context.Response.StatusCode = refused.Status;
            var error = $"<Error><Code>{refused.Status}</Code><Detail>{refused.Detail}</Detail></Error>";
            await context.Response.WriteAsync(error).ConfigureAwait(false);
        }
    }

    /// <summary>Null if all went well and the response is written.</summary>
    private async Task<(int Status, string Detail)?> AnswerAsync(HttpContext context, QueueRoute route, SimulatedQueue queue) =>
        route.Call switch
        {
            QueueCall.Send => await SendAsync(context, queue).ConfigureAwait(false),
            QueueCall.PeekLock => await ReceiveAsync(context, queue, ReceiveMode.PeekLock).ConfigureAwait(false),
            QueueCall.ReceiveAndDelete => await ReceiveAsync(context, queue, ReceiveMode.ReceiveAndDelete).ConfigureAwait(false),
            QueueCall.Complete => Settled(queue.Complete(route.LockToken, route.Identifier)),
            QueueCall.Unlock => Settled(queue.Abandon(route.LockToken, route.Identifier)),
            QueueCall.RenewLock => Renew(context, queue, route),
        };

    private async Task<(int Status, string Detail)?> SendAsync(HttpContext context, SimulatedQueue queue)
    {
        if (queue.DeadLetters is null)
        {
            return (StatusCodes.Status400BadRequest, "A dead-letter queue takes no messages from senders");
        }

        try
        {
            var (message, delay) = await _wire.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            if (message.Body.Length > LargestBody)
            {
                return (StatusCodes.Status403Forbidden, $"The message has {message.Body.Length} bytes, more than {LargestBody}");
            }

            queue.Send(message, delay);
            context.Response.StatusCode = StatusCodes.Status201Created;
            return null;
        }
        catch (FormatException exception)
        {
            return (StatusCodes.Status400BadRequest, exception.Message);
        }
    }

    private async Task<(int Status, string Detail)?> ReceiveAsync(HttpContext context, SimulatedQueue queue, ReceiveMode mode)
    {
        if (Timeout(context.Request.Query["timeout"]) is not { } timeout)
        {
            return (StatusCodes.Status400BadRequest, "timeout is not a number of seconds");
        }

        using var patience = _time.CancelAfter(timeout);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted, _closing.Token);
        if (await queue.ReceiveAsync(mode, end.Token).ConfigureAwait(false) is not { } delivery)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return null;
        }

        try
        {
            var head = new Uri(context.Request.GetEncodedUrl()).GetLeftPart(UriPartial.Path);
            var messages = head[..head.LastIndexOf('/')];
            await _wire.WriteAsync(delivery, messages, context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                queue.Orphan(delivery.LockToken);
            }
        }

        return null;
    }

    private (int Status, string Detail)? Renew(HttpContext context, SimulatedQueue queue, QueueRoute route)
    {
        var until = queue.Renew(route.LockToken, route.Identifier);
        if (until is { } instant)
        {
            _wire.WriteLock(instant, context.Response);
        }

        return Settled(until is not null);
    }

    private static (int Status, string Detail)? Settled(bool found) => found
        ? null
        : (StatusCodes.Status404NotFound, "The lock supplied is invalid: it expired, or the message is settled already");

    private static Task<(int Status, string Detail)?> Refusal(int status, string detail) =>
        Task.FromResult<(int Status, string Detail)?>((status, detail));

    private static TimeSpan? Timeout(string? seconds) => seconds is null ? DefaultTimeout
        : int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TimeSpan.FromSeconds(number)
        : null;
}
