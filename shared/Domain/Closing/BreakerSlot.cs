namespace ExitDesk.Domain.Closing;

/// <summary>The one close that may be on its way while the breaker is not closed.</summary>
/// <param name="Closing">Whose.</param>
/// <param name="Since">By the broker's clock; after <see cref="CloseLimits.IntentLease"/> its call has ended, told or not.</param>
public sealed record BreakerSlot(string Closing, DateTimeOffset Since);
