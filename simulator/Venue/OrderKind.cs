namespace ExitDesk.Simulator.Venue;

public enum OrderKind
{
    Market,
    Limit,
}
