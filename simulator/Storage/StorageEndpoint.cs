using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ExitDesk.Simulator.Storage;

/// <summary>Azurite behind another loopback port, where calls can be counted, spoiled and cut off.</summary>
/// <remarks>While Azurite does not run each call ends in a reset connection. Only whole answers are passed on.</remarks>
public sealed class StorageEndpoint : IAsyncDisposable
{
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Host" };

    private readonly Azurite _azurite;
    private readonly StorageFaults _faults;
    private readonly Wiretap _tap;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });
    private LoopbackServer _server = null!;

    private StorageEndpoint(Azurite azurite, FaultPlan faults, Wiretap tap) => (_azurite, _faults, _tap) = (azurite, new StorageFaults(faults), tap);

    /// <summary>What a table client connects with.</summary>
    public string ConnectionString => Azurite.Connect(new Uri(_server.Address, Azurite.AccountName));

    /// <summary>Opens a port before a storage that may stop and start again behind it.</summary>
    /// <param name="azurite">Outlives the endpoint; without a certificate.</param>
    public static async Task<StorageEndpoint> StartAsync(Azurite azurite, FaultPlan faults, Wiretap tap, CancellationToken cancellationToken = default)
    {
        var endpoint = new StorageEndpoint(azurite, faults, tap);
        endpoint._server = await LoopbackServer.StartAsync(
            application => ((IApplicationBuilder)application).Run(endpoint.HandleAsync), cancellationToken: cancellationToken).ConfigureAwait(false);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        _tap.Pass();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var changes = ChangeSetText.IsOf(context.Request.Path) ? ChangeSetText.Read(body.GetBuffer().AsSpan(0, (int)body.Length)) : null;
        if (_faults.Refuse(changes) is { } refusal)
        {
            await refusal.WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        try
        {
            using var request = Copy(context.Request, body);
            using var answer = await _client.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
            var content = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted).ConfigureAwait(false);
            _tap.Pass();
            if (_faults.LosesAnswer(changes))
            {
                context.Abort();
                return;
            }

            await WriteAsync(answer, content, context).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            context.Abort();
        }
    }

    // The signature covers the path, which stays as it is, and not the host.
    private HttpRequestMessage Copy(HttpRequest from, MemoryStream body)
    {
        var target = from.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(_azurite.Address.GetLeftPart(UriPartial.Authority) + target));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        }

        foreach (var (name, values) in from.Headers.Where(header => !OfOneConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage answer, byte[] content, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfOneConnection.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (content.Length > 0)
        {
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
