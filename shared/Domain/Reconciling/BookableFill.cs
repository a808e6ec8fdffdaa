using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Reconciling;

/// <summary>A fill, or the part of it that one position books.</summary>
/// <param name="Key">Unique among all parts of all fills.</param>
/// <param name="Fill">With the part's quantity.</param>
public sealed record BookableFill(string Key, Fill Fill);
