namespace ExitDesk.Simulator.Venue;

public enum OrderSide
{
    Buy,
    Sell,
}
