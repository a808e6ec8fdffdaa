namespace ExitDesk.Simulator.Venue;

/// <summary>One symbol's part in a close of everything.</summary>
public sealed record SymbolAnswer(string Symbol, VenueAnswer<VenueOrder> Answer);
