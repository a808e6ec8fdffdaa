namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The context of one invocation, and its result.</summary>
internal sealed class InvocationContext(
    string invocationId, FunctionEntry function, object? input, IServiceProvider services, CancellationToken token)
    : FunctionContext
{
    public override string InvocationId => invocationId;

    public override string FunctionId => function.Id;

    public override FunctionDefinition FunctionDefinition => function;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => token;

    public FunctionEntry Function => function;

    /// <summary>What the trigger's parameter receives.</summary>
    public object? Input => input;

    /// <summary>What the function returned; null before, and if it returns nothing.</summary>
    public object? Result { get; set; }
}
