namespace ExitDesk.Domain.Expiry;

/// <summary>One fill of a closing that the ladder ordered.</summary>
/// <param name="At">UTC.</param>
/// <param name="Quantity">Contracts, above 0.</param>
/// <param name="Price">USD per share.</param>
/// <param name="TriggerPrice">The closing side of the quote when the ladder spoke, USD per share; null if unknown.</param>
public sealed record ExpiryClose(DateTimeOffset At, decimal Quantity, decimal Price, decimal? TriggerPrice);
