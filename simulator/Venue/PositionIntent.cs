namespace ExitDesk.Simulator.Venue;

public enum PositionIntent
{
    BuyToOpen,
    BuyToClose,
    SellToOpen,
    SellToClose,
}
