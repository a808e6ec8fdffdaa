using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>An update that waits for its delivery.</summary>
/// <param name="Id">update_id.</param>
/// <param name="UserId">Whose it is: one user's updates are delivered one after another.</param>
/// <param name="Body">The update as Telegram sends it.</param>
/// <param name="Expires">Market time from which Telegram no longer delivers it.</param>
/// <param name="Settled">Called once with the outcome.</param>
internal sealed record PendingUpdate(
    int Id, long UserId, JsonObject Body, DateTimeOffset Expires, Action<DeliveryOutcome> Settled);
