using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Timers;

/// <summary>Timer door to <see cref="PositionSync"/>.</summary>
public sealed class SyncPositions(PositionSync sync)
{
    [Function(nameof(SyncPositions))]
    public Task Run([TimerTrigger("%SYNC_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sync.RunAsync(cancellationToken);
}
