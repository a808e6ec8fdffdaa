using ExitDesk.Engine.Outbox;

namespace ExitDesk.Engine.Workflows;

/// <summary>What the commits of one cycle posted: messages leave at once, the rest together at its end.</summary>
public sealed class DeliveryRound
{
    public List<OutboxEntry> Entries { get; } = [];

    public List<OutboxEntry> Sent { get; } = [];
}
