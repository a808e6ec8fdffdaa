namespace Microsoft.Azure.Functions.Worker;

/// <summary>What one invocation knows of itself. Lives as long as the invocation.</summary>
/// <remarks>Only the host creates one: the official type has abstract members that this one does not cover.</remarks>
public abstract class FunctionContext
{
    private protected FunctionContext()
    {
    }

    /// <summary>Unique to this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique to the function and the same in each of its invocations.</summary>
    public abstract string FunctionId { get; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>Shared between middleware and function within this invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Cancelled at the function's time limit, late in a shutdown, and when an HTTP caller goes away.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
