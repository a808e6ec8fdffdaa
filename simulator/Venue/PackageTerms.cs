namespace ExitDesk.Simulator.Venue;

/// <summary>What the broker settled about a multi-leg order that it will take.</summary>
/// <param name="Multiplier">Shares that a contract of each leg delivers.</param>
/// <param name="ReservedPrice">USD per share and unit set aside while it works; zero for a credit.</param>
internal sealed record PackageTerms(int Multiplier, decimal ReservedPrice);
