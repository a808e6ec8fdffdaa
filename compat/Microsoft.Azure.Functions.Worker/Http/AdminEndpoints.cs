using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The host's own calls: run a function now, and how the host is.</summary>
internal sealed class AdminEndpoints(
    IReadOnlyList<FunctionEntry> functions, IReadOnlyList<IListener> listeners, RequestKeys keys, RunningInvocations running)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/functions/{name}", (RequestDelegate)RunAsync);
        routes.MapGet("/admin/host/status", (RequestDelegate)StatusAsync);
    }

    private async Task RunAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        if (!keys.Admit(http, AuthorizationLevel.Admin))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (!functions.Any(function => Is(function, name)))
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, $"There is no function '{name}'.").ConfigureAwait(false);
        }
        else if (listeners.FirstOrDefault(candidate => Is(candidate.Function, name)) is not { } listener)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, $"'{name}' is called at its route.").ConfigureAwait(false);
        }
        else if (!http.Request.HasJsonContentType())
        {
            // A page in a browser can post to this machine without asking, but not with this type.
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "Send it as application/json.").ConfigureAwait(false);
        }
        else
        {
            await StartAsync(http, listener).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(HttpContext http, IListener listener)
    {
        var (input, isReadable) = await InputAsync(http).ConfigureAwait(false);
        if (!isReadable || (input is null && listener.Function.Trigger is QueueTrigger))
        {
            var wanted = """Send {"input": "..."}: for a queue function the body of the message.""";
            await RefuseAsync(http, StatusCodes.Status400BadRequest, wanted).ConfigureAwait(false);
            return;
        }

        if (running.Stopping.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        // Counted before it is promised: whoever waits until nothing runs, after the answer, waits for this too.
        running.Enter();
        _ = TriggerAsync(listener, input);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task TriggerAsync(IListener listener, string? input)
    {
        try
        {
            await Task.Yield();
            await listener.TriggerAsync(input, running.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (running.Stopping.IsCancellationRequested)
        {
            // It was still waiting for its turn.
        }
        finally
        {
            running.Leave(null);
        }
    }

    private static async Task<(string? Input, bool IsReadable)> InputAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, true);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? (null, false)
                : !root.TryGetProperty("input", out var input) || input.ValueKind == JsonValueKind.Null ? (null, true)
                : (input.ToString(), true);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    private async Task StatusAsync(HttpContext http)
    {
        if (!keys.Admit(http, AuthorizationLevel.Admin))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var state = running.Stopping.IsCancellationRequested ? "Stopping" : "Running";
        var status = new Dictionary<string, object>
        {
            ["state"] = state,
            ["processId"] = Environment.ProcessId,
            ["running"] = running.Running,
            ["succeeded"] = running.Succeeded,
            ["failed"] = running.Failed,
        };
        await http.Response.WriteAsJsonAsync(status, http.RequestAborted).ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(why, http.RequestAborted);
    }

    private static bool Is(FunctionEntry function, string name) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
