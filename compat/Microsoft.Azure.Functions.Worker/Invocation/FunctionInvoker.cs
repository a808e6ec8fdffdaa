using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Runs one invocation: scope, context, time limit, middleware, function, log, count.</summary>
internal sealed class FunctionInvoker(
    IServiceProvider services,
    HostJson hostJson,
    HostSetup setup,
    RunningInvocations running,
    InvocationCounter counter,
    ILoggerFactory loggers,
    IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _pipeline =
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, around) => around(next));

    /// <summary>Runs the function once.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="cancellationToken">Cancels this invocation, beside its time limit and a late shutdown.</param>
    /// <returns>Null for success, or what the function threw: logged and counted already.</returns>
    public async Task<Exception?> InvokeAsync(Invocation invocation, CancellationToken cancellationToken = default)
    {
        running.Enter();
        var failure = await RunAsync(invocation, cancellationToken).ConfigureAwait(false);
        counter.Count(invocation.Function.Name, failure is null);
        running.Leave(failure is null);
        return failure;
    }

    private async Task<Exception?> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (function, input) = invocation;
        var id = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
        var log = loggers.CreateLogger($"Function.{function.Name}");
        using var limit = new CancellationTokenSource(hostJson.FunctionTimeout ?? Timeout.InfiniteTimeSpan, setup.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, running.Aborting, cancellationToken);
        var begun = setup.Time.GetTimestamp();
        try
        {
            await using var scope = services.CreateAsyncScope();
            var context = new InvocationContext(id, function, input, scope.ServiceProvider, linked.Token);
            invocation.Prepare(context);
            await _pipeline(context).ConfigureAwait(false);
            await invocation.Conclude(context).ConfigureAwait(false);
            log.LogDebug("{Function} succeeded ({InvocationId}, {Elapsed})", function.Name, id, setup.Time.GetElapsedTime(begun));
            return null;
        }
        catch (Exception failure)
        {
            var why = limit.IsCancellationRequested ? "reached its time limit"
                : running.Aborting.IsCancellationRequested ? "was cut short by the shutdown"
                : cancellationToken.IsCancellationRequested ? "was left by its caller"
                : "failed";
            var elapsed = setup.Time.GetElapsedTime(begun);
            log.LogError(failure, "{Function} {Why} ({InvocationId}, {Elapsed})", function.Name, why, id, elapsed);
            return failure;
        }
    }

    private static async Task ExecuteAsync(FunctionContext functionContext)
    {
        var context = (InvocationContext)functionContext;
        var (type, method) = (context.Function.Type, context.Function.Method);
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, type);
        var arguments = FunctionSignature.Arguments(method, context.Input, context);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is Task task)
        {
            await task.ConfigureAwait(false);
            context.Result = task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
            return;
        }

        context.Result = returned;
    }
}
