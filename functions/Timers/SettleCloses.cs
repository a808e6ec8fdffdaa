using ExitDesk.Engine.Workflows.Closing;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Timers;

/// <summary>Timer door to <see cref="CloseSettlement"/>.</summary>
public sealed class SettleCloses(CloseSettlement settlement)
{
    [Function(nameof(SettleCloses))]
    public Task Run([TimerTrigger("%SETTLE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken) =>
        settlement.RunAsync(cancellationToken);
}
