using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>The queue as one process sends to it.</summary>
internal sealed class GatedSender(Wire wire) : IMessageSender
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public async Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        if (wire.Strikes(DayFault.QueueDrop) is not null)
        {
            wire.Note("message lost", message);
        }
        else
        {
            var late = wire.Strikes(DayFault.QueueDelay) is not null ? Late
                : wire.Strikes(DayFault.QueueReorder) is { } overtaken ? TimeSpan.FromSeconds(1 + (overtaken.Choice % 9))
                : TimeSpan.Zero;
            wire.Note("message", message);
            wire.World.Pump.Send(message, wire.Strikes(DayFault.QueueDuplicate) is not null ? 2 : 1, late);
        }

        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }
}
