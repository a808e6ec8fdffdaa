using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The chat in a browser: three embedded files, a stream of events, and two doors for what the user does.</summary>
internal static class ChatPage
{
    /// <summary>Nothing from elsewhere is loaded, and no script but the page's own runs.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    public static void Map(WebApplication application, SimulatedChat chat, TimeProvider time)
    {
        var lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();
        var feed = new ChatFeed(chat, time);
        var cast = new ChatCast(chat.Options);
        lifetime.ApplicationStopped.Register(feed.Dispose);

        MapFile(application, "/", "chat.html", "text/html; charset=utf-8");
        MapFile(application, "/chat/chat.css", "chat.css", "text/css; charset=utf-8");
        MapFile(application, "/chat/chat.js", "chat.js", "text/javascript; charset=utf-8");
        application.MapGet("/chat/events", (HttpContext context) => StreamAsync(context, feed, lifetime.ApplicationStopping));
        application.MapPost("/chat/press", (HttpRequest request, PressCommand press) =>
            Act(request, cast.Find(press.User), userId => chat.PressAsync(userId, press.MessageId, press.Data)));
        application.MapPost("/chat/say", (HttpRequest request, SayCommand say) =>
            Act(request, cast.Find(say.User), userId => chat.SayAsync(
                userId, say.Text, cast.FindChat(say.Chat) ?? throw new ArgumentException($"There is no chat \"{say.Chat}\"."))));
    }

    private static void MapFile(WebApplication application, string route, string name, string contentType)
    {
        var file = Embedded(name);
        application.MapGet(route, (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "no-cache";
            return Results.Bytes(file, contentType);
        });
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the simulator: check Simulator.csproj.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static async Task StreamAsync(HttpContext context, ChatFeed feed, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await foreach (var line in feed.ReadAsync(either.Token))
            {
                await context.Response.WriteAsync(line, either.Token);
                await context.Response.Body.FlushAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the simulation ends.
        }
    }

    /// <summary>Another site that the user visits must not press buttons here: browsers name the sender of a POST.</summary>
    /// <param name="userId">Null: nobody of that name.</param>
    private static IResult Act(HttpRequest request, long? userId, Func<long, Task> act)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}")
        {
            return Results.Text("Only the chat page itself may act here.", statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            // The update is queued when the call returns; its delivery shows in the stream.
            _ = act(userId ?? throw new ArgumentException("The page names nobody who is here."));
            return Results.Accepted();
        }
        catch (ArgumentException exception)
        {
            return Results.Text(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
