using ExitDesk.TestKit.Venue;

namespace ExitDesk.Simulation.Tests.Contracts;

public sealed class InMemoryVenueTests : VenueContractTests
{
    public override Task DisposeAsync() => Task.CompletedTask;

    private protected override Task ConnectAsync(VenueBench bench)
    {
        (bench.Broker, bench.Data) = (new VenueBroker(bench.Venue), new VenueMarketData(bench.Venue, []));
        return Task.CompletedTask;
    }
}
