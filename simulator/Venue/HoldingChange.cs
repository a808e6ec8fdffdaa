namespace ExitDesk.Simulator.Venue;

/// <summary>By how much a holding would change; positive bought, negative sold.</summary>
internal sealed record HoldingChange(string Symbol, int Quantity);
