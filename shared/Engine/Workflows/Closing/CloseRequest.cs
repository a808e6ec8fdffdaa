using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>The body of a message on <c>close-requests</c>: which closing to look at.</summary>
/// <param name="PositionId">Whose closing.</param>
/// <param name="Number">Which one, from 1.</param>
public sealed record CloseRequest(string PositionId, int Number)
{
    /// <summary>A message for a closing.</summary>
    /// <remarks>
    /// The queue drops an id that it had within minutes. A ledger that was lost and begun anew names its closings as the lost one did, so
    /// the start is part of the id.
    /// </remarks>
    /// <param name="closing">Whose step it asks for.</param>
    /// <param name="occasion">Makes the message's id unlike that of earlier steps.</param>
    /// <param name="delay">Null or zero for at once.</param>
    public static QueueMessage Message(PositionClosing closing, string occasion, TimeSpan? delay = null) => new(
        QueueNames.CloseRequests,
        $"{closing.Id}:{occasion}:{closing.StartedAt.ToUnixTimeSeconds()}",
        LedgerJson.Write(new CloseRequest(closing.PositionId, closing.Number)),
        delay > TimeSpan.Zero ? delay : null);
}
