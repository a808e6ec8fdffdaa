namespace ExitDesk.Simulator.Venue;

/// <summary>What an order needs and the account lacks; USD, zero or more.</summary>
/// <param name="Required">What the order would cost or set aside.</param>
/// <param name="Available">What may be spent or set aside.</param>
/// <param name="RequiredField">The broker's name for the former, which differs between kinds of orders.</param>
/// <param name="AvailableField">The same for the latter.</param>
public sealed record Shortfall(decimal Required, decimal Available, string RequiredField, string AvailableField);
