namespace ExitDesk.Engine.Ports.Messaging;

/// <summary>A hint to look at the ledger.</summary>
/// <param name="Queue">For instance <c>close-requests</c>.</param>
/// <param name="Id">A repeat with the same id is dropped by the queue, so a new step needs a new id. At most 128 characters.</param>
/// <param name="Body">JSON with ids, no state.</param>
/// <param name="Delay">How long until it is delivered; null or zero at once.</param>
public sealed record QueueMessage(string Queue, string Id, string Body, TimeSpan? Delay = null);
