using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Puts HTTP functions at their routes.</summary>
internal sealed class FunctionEndpoints(FunctionInvoker invoker, RequestKeys keys, RunningInvocations running)
{
    /// <summary>A disabled function has no route, and answers 404.</summary>
    public void Map(IEndpointRouteBuilder routes, IReadOnlyList<FunctionEntry> functions)
    {
        foreach (var function in functions.Where(function => !function.IsDisabled))
        {
            if (function.Trigger is HttpTrigger trigger)
            {
                RequestDelegate answer = context => AnswerAsync(context, function, trigger);
                _ = trigger.Methods.Count == 0
                    ? routes.Map(trigger.Route, answer)
                    : routes.MapMethods(trigger.Route, trigger.Methods, answer);
            }
        }
    }

    private async Task AnswerAsync(HttpContext http, FunctionEntry function, HttpTrigger trigger)
    {
        if (!keys.Admit(http, trigger.Level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (running.Stopping.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var requestServices = http.RequestServices;
        var invocation = new Invocation(function, http.Request)
        {
            Prepare = context =>
            {
                context.Items[FunctionContextExtensions.HttpContextKey] = http;
                http.RequestServices = context.InstanceServices;
            },
            Conclude = context => WriteAsync(context.Result, http),
        };
        var failure = await invoker.InvokeAsync(invocation, http.RequestAborted).ConfigureAwait(false);
        http.RequestServices = requestServices;
        if (failure is null)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    // A middleware that answers by itself leaves no result.
    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult answer => answer.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };
}
