using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>The body of a message on <c>close-requests</c>: which closing to look at.</summary>
/// <param name="PositionId">Whose closing.</param>
/// <param name="Number">Which one, from 1.</param>
public sealed record CloseRequest(string PositionId, int Number)
{
    /// <summary>A message for a closing.</summary>
    /// <param name="positionId">Whose closing.</param>
    /// <param name="number">Which one.</param>
    /// <param name="occasion">Makes the message's id unlike that of earlier steps.</param>
    /// <param name="delay">Null or zero for at once.</param>
    public static QueueMessage Message(string positionId, int number, string occasion, TimeSpan? delay = null) => new(
        QueueNames.CloseRequests,
        $"{positionId}:{number}:{occasion}",
        LedgerJson.Write(new CloseRequest(positionId, number)),
        delay > TimeSpan.Zero ? delay : null);
}
