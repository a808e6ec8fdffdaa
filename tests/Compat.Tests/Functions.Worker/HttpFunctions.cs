using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>HTTP functions of each shape.</summary>
public sealed class HttpFunctions(Probe probe)
{
    [Function("Greet")]
    public IResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}")] HttpRequest request) =>
        Results.Text($"Hello {request.RouteValues["name"]}");

    [Function("Echo")]
    public static async Task<IActionResult> EchoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new OkObjectResult(new { Said = await reader.ReadToEndAsync(cancellationToken) });
    }

    [Function("Guarded")]
    public IActionResult Guarded([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => new NoContentResult();

    [Function("Owned")]
    public IActionResult Owned([HttpTrigger(AuthorizationLevel.Admin)] HttpRequest request) => new NoContentResult();

    [Function("Fails")]
    public Task<IResult> FailsAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException("on purpose");

    [Function("Waits")]
    public async Task<IResult> WaitsAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
    {
        probe.See("waiting");
        try
        {
            await probe.DoorAsync(context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.See("cancelled");
            throw;
        }

        probe.See("finished");
        return Results.Ok();
    }

    [Function("Context")]
    public IResult Context([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) => Results.Json(new
    {
        context.InvocationId,
        context.FunctionId,
        context.FunctionDefinition.Name,
        context.FunctionDefinition.EntryPoint,
        SameRequest = ReferenceEquals(context.GetHttpContext(), request.HttpContext),
        SameServices = ReferenceEquals(context.InstanceServices, request.HttpContext.RequestServices),
    });
}
