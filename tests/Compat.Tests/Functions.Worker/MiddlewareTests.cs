using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task WhenSeveralAreRegistered_FirstIsOutermost()
    {
        await using var host = await WorkerHost.StartAsync([typeof(Door)], compose: builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                var probe = context.InstanceServices.GetRequiredService<Probe>();
                probe.See($"inner before, {context.Items["from"]}");
                await next();
                probe.See("inner after");
            });
        });

        await host.Http.GetAsync("/api/Door");

        Assert.Equal(["outer before", "inner before, outer", "function", "inner after", "outer after"], host.Probe.All);
    }

    [Fact]
    public async Task WhenMiddlewareDoesNotGoOn_FunctionDoesNotRun()
    {
        await using var host = await WorkerHost.StartAsync(
            [typeof(Door)], compose: builder => builder.UseMiddleware((context, _) =>
            {
                context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status418ImATeapot;
                return Task.CompletedTask;
            }));

        Assert.Equal(StatusCodes.Status418ImATeapot, (int)(await host.Http.GetAsync("/api/Door")).StatusCode);
        Assert.Empty(host.Probe.All);
    }

    public sealed class Door(Probe probe)
    {
        [Function("Door")]
        public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            probe.See("function");
            return Results.Ok();
        }
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.See("outer before");
            context.Items["from"] = "outer";
            await next(context);
            probe.See("outer after");
        }
    }
}
