namespace ExitDesk.Domain.Contracts;

/// <summary>What the broker's own listing says of an option.</summary>
/// <param name="Symbol">OCC symbol.</param>
/// <param name="Root">OCC root.</param>
/// <param name="Underlying">The stock's symbol as the broker writes it, share classes with a dot.</param>
/// <param name="Multiplier">Shares that one contract's price counts for, above 0.</param>
/// <param name="Status">The broker's word, <c>active</c> or <c>inactive</c>; may read active after expiry.</param>
/// <param name="IsAdjusted">True if one contract delivers anything but so many shares of the underlying as its multiplier says.</param>
public sealed record ContractTerms(string Symbol, string Root, string Underlying, int Multiplier, string Status, bool IsAdjusted);
