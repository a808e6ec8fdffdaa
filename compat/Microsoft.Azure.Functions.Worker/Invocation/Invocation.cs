namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>One order to run a function.</summary>
/// <param name="Function">What to run.</param>
/// <param name="Input">What the trigger's parameter receives.</param>
internal sealed record Invocation(FunctionEntry Function, object? Input)
{
    /// <summary>Completes the context before middleware sees it.</summary>
    public Action<InvocationContext> Prepare { get; init; } = _ => { };

    /// <summary>Uses the result within the invocation's scope; its failure is the invocation's.</summary>
    public Func<InvocationContext, Task> Conclude { get; init; } = _ => Task.CompletedTask;
}
