using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>The body of a message on <c>entry-requests</c>: which entry to look at.</summary>
/// <param name="EntryId">Its recommendation's id.</param>
public sealed record EntryRequest(string EntryId)
{
    /// <summary>A message for an entry.</summary>
    /// <remarks>The queue drops an id that it had within minutes, so that the arrival is part of it: a ledger that was lost knows no ids.</remarks>
    /// <param name="entry">Whose step it asks for.</param>
    /// <param name="occasion">Makes the message's id unlike that of earlier steps.</param>
    /// <param name="delay">Null or zero for at once.</param>
    public static QueueMessage Message(PositionEntry entry, string occasion, TimeSpan? delay = null) => new(
        QueueNames.EntryRequests,
        $"{entry.Id}:{occasion}:{entry.ReceivedAt.ToUnixTimeSeconds()}",
        LedgerJson.Write(new EntryRequest(entry.Id)),
        delay > TimeSpan.Zero ? delay : null);
}
