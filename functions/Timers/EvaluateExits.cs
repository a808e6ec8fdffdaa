using ExitDesk.Engine.Workflows.Sweep;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Timers;

/// <summary>Timer door to <see cref="ExitSweep"/>.</summary>
public sealed class EvaluateExits(ExitSweep sweep)
{
    [Function(nameof(EvaluateExits))]
    public Task Run([TimerTrigger("%EVALUATE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
