using System.Net;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class QueueTriggerTests
{
    [Fact]
    public async Task WhenFunctionSucceeds_MessageIsCompleted()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync([typeof(QueueFunctions.Noting)]);

        bench.Send("close Ü");
        Assert.Equal("close Ü", await host.Probe.NextAsync());
        await bench.DrainedAsync();

        Assert.Equal((1, 1), (bench.Queue.Counters.Delivered, bench.Queue.Counters.Completed));
    }

    [Fact]
    public async Task WhenFunctionThrows_MessageIsAbandonedUntilItIsADeadLetterWithATriggerOfItsOwn()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync([typeof(QueueFunctions.Failing), typeof(QueueFunctions.DeadLetters)]);

        bench.Send("a");
        object[] seen = [await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync()];
        await bench.DrainedAsync();

        Assert.Equal(["failing a", "failing a", "failing a", "dead a"], seen);
        Assert.Equal((3, 0, 1), (bench.Queue.Counters.Abandoned, bench.Queue.Counters.Completed, bench.Queue.Counters.DeadLettered));
        Assert.Equal(1, bench.DeadLetters.Counters.Completed);
    }

    [Fact]
    public async Task WhenMoreMessagesWaitThanCallsAreAllowed_TheRestStaysInTheQueue()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync(
            [typeof(QueueFunctions.Waiting)], """{ "extensions": { "serviceBus": { "maxConcurrentCalls": 2 } } }""");

        foreach (var body in new[] { "a", "b", "c", "d" })
        {
            bench.Send(body);
        }

        await host.Probe.NextAsync();
        await host.Probe.NextAsync();
        Assert.Equal((2, 2), (bench.Queue.Locked, bench.Queue.Visible));

        host.Probe.Open();
        await host.Probe.NextAsync();
        Assert.Equal(1, bench.Queue.Visible);
        host.Probe.Open(3);
        await bench.DrainedAsync();

        Assert.Equal(4, bench.Queue.Counters.Completed);
        Assert.Equal(4, host.Probe.All.Count);
    }

    [Fact]
    public async Task WhenQueueWasOutOfReach_PumpFindsItAgain()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync([typeof(QueueFunctions.Noting)]);
        bench.Send("before");
        Assert.Equal("before", await host.Probe.NextAsync());

        var port = bench.Port;
        await bench.CloseAsync();
        bench.Send("after");
        await bench.OpenAsync(port);

        Assert.Equal("after", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task WhenAdminCallBringsInput_FunctionRunsWithIt()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync([typeof(QueueFunctions.Noting)], null, "--AzureWebJobs.Noting.Disabled=true");
        bench.Send("from the queue");

        Assert.Equal(HttpStatusCode.BadRequest, (await host.RunNowAsync("Noting", "master")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await host.RunNowAsync("Noting", "master", "by hand")).StatusCode);

        // The function is disabled: what waits in the queue stays there.
        Assert.Equal("by hand", await host.Probe.NextAsync());
        Assert.Equal(0, bench.Queue.Counters.Delivered);
    }

    [Fact]
    public async Task WhenHostStopsDuringAMessage_ItIsFinishedAndCompleted()
    {
        await using var bench = await OpenAsync();
        await using var host = await bench.HostAsync([typeof(QueueFunctions.Waiting)]);
        bench.Send("a");
        await host.Probe.NextAsync();

        var stop = host.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        host.Probe.Open();
        await stop;

        Assert.Equal((1, 0), (bench.Queue.Counters.Completed, bench.Queue.Locked));
    }

    private static async Task<QueueBench> OpenAsync()
    {
        var bench = new QueueBench();
        await bench.OpenAsync();
        return bench;
    }
}
