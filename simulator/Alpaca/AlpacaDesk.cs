using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>What the routes stand on.</summary>
internal sealed record AlpacaDesk(SimulatedVenue Venue, MarketClock Clock, FaultPlan Faults)
{
    public IMarket Market => Venue.Market;
}
