namespace ExitDesk.Simulator.Venue;

public enum OrderKind
{
    Market,
    Limit,

    /// <summary>A market order from the moment on at which the closing side's touch reaches the stop price.</summary>
    Stop,
}
