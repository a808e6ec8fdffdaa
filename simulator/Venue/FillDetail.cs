namespace ExitDesk.Simulator.Venue;

/// <summary>The order behind a fill, as it stood after the fill.</summary>
public sealed record FillDetail(VenueOrder Order);
