using ExitDesk.TestKit.Time;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class LockRenewalTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 14, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _wall = new(Start);

    [Fact]
    public async Task WhenHandlerOutlastsTheLock_LockIsKeptByRenewal()
    {
        await using var bench = new QueueBench(_wall);
        await bench.OpenAsync();

        // With one call at a time nobody but the renewal waits on the wall clock.
        await using var host = await bench.HostAsync(
            [typeof(QueueFunctions.Waiting)], """{ "extensions": { "serviceBus": { "maxConcurrentCalls": 1 } } }""");
        bench.Send("a");
        await host.Probe.NextAsync();

        // A lock lasts a minute and is renewed each half: after three halves it would have ended.
        for (var half = 1; half <= 4; half++)
        {
            await _wall.WhenAwaitedAsync(Start.AddSeconds(30 * half));
            _wall.Advance(TimeSpan.FromSeconds(30));
            await _wall.WhenAwaitedAsync(Start.AddSeconds(30 * (half + 1)));
            bench.Clock.AdvanceTo(bench.Clock.Now.AddSeconds(30));
        }

        host.Probe.Open();
        await bench.DrainedAsync();
        Assert.Equal((1, 1, 0), (bench.Queue.Counters.Delivered, bench.Queue.Counters.Completed, bench.Queue.Counters.LocksExpired));
    }

    [Fact]
    public async Task WhenRenewalIsOff_MessageIsDeliveredAgainAndHostLivesOn()
    {
        await using var bench = new QueueBench(_wall);
        await bench.OpenAsync();
        await using var host = await bench.HostAsync(
            [typeof(QueueFunctions.Waiting)], """{ "extensions": { "serviceBus": { "maxAutoLockRenewalDuration": "00:00:00" } } }""");
        bench.Send("a");
        await host.Probe.NextAsync();

        bench.Clock.AdvanceTo(bench.Clock.Now.AddSeconds(61));
        Assert.Equal("a", await host.Probe.NextAsync());
        host.Probe.Open(2);
        await bench.DrainedAsync();

        Assert.Equal((2, 1, 1), (bench.Queue.Counters.Delivered, bench.Queue.Counters.Completed, bench.Queue.Counters.LocksExpired));
    }
}
