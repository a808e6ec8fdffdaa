namespace ExitDesk.Domain.Closing;

/// <summary>An order of somebody else that was asked to be cancelled because it held the quantity.</summary>
/// <param name="OrderId">The broker's id.</param>
/// <param name="At">When it was last asked, by the broker's clock.</param>
public sealed record CancelRequest(string OrderId, DateTimeOffset At);
