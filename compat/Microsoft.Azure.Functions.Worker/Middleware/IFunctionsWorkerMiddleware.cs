namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Stands around each invocation, in the order of registration. One instance serves all of them.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
