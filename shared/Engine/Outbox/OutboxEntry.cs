using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Messaging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Something on its way out of the ledger: exactly one of message, history row or notice.</summary>
/// <param name="Id">A function of the event: posting twice is posting once.</param>
/// <param name="PostedAt">The broker's clock.</param>
public sealed record OutboxEntry(string Id, DateTimeOffset PostedAt)
{
    public QueueMessage? Message { get; init; }

    public HistoryRow? History { get; init; }

    public Notice? Notice { get; init; }
}
