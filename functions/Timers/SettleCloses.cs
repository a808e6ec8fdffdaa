using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Timers;

/// <summary>Timer door to <see cref="CloseSettlement"/>, and after it to <see cref="EntrySettlement"/>: closes never wait for entries.</summary>
public sealed class SettleCloses(CloseSettlement closes, EntrySettlement entries)
{
    [Function(nameof(SettleCloses))]
    public async Task Run([TimerTrigger("%SETTLE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await closes.RunAsync(cancellationToken).ConfigureAwait(false);
        await entries.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
