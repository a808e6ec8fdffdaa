namespace ExitDesk.Simulator.Venue;

/// <summary>What an activity says, without when and under which id.</summary>
internal sealed record BookedEvent(ActivityType Type, string Symbol, int Quantity, decimal? Price, decimal NetAmount);
