using System.Diagnostics.Metrics;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The metric <c>functions.invocations</c>: one for each invocation, by function and outcome.</summary>
internal sealed class InvocationCounter(IMeterFactory meters)
{
    public const string MeterName = "Microsoft.Azure.Functions.Worker.Hosting";

    private readonly Counter<long> _invocations = meters.Create(MeterName).CreateCounter<long>("functions.invocations");

    public void Count(string function, bool succeeded) =>
        _invocations.Add(1, new("function", function), new("outcome", succeeded ? "success" : "failure"));
}
