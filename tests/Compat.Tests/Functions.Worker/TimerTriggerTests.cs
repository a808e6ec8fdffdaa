using ExitDesk.TestKit.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class TimerTriggerTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 14, 0, 5, TimeSpan.Zero);
    private readonly ManualTimeProvider _time = new(Start);

    [Theory]
    [InlineData("*/15 * * * * *", 10, 15)]
    [InlineData("00:00:20", 20, 20)]
    public async Task WhenScheduleComesFromSetting_FunctionRunsAtEachOccurrence(string schedule, int first, int then)
    {
        await using var host = await StartAsync<TimerFunctions.Often>(schedule);

        await AdvanceToAsync(Start.AddSeconds(first));
        var info = Assert.IsType<TimerInfo>(await host.Probe.NextAsync());
        await AdvanceToAsync(Start.AddSeconds(first + then));
        await host.Probe.NextAsync();

        Assert.False(info.IsPastDue);
        Assert.Null(info.ScheduleStatus);
        Assert.Equal(2, host.Probe.All.Count);
    }

    [Fact]
    public async Task WhenOccurrencesAreAMinuteApart_ScheduleIsRecorded()
    {
        await using var host = await StartAsync<TimerFunctions.Often>("0 * * * * *");

        await AdvanceToAsync(Start.AddSeconds(55));
        var first = (TimerInfo)await host.Probe.NextAsync();
        await AdvanceToAsync(Start.AddSeconds(115));
        var second = (TimerInfo)await host.Probe.NextAsync();

        Assert.Equal(default, first.ScheduleStatus!.Last);
        Assert.Equal(Start.AddSeconds(55).UtcDateTime, first.ScheduleStatus.Next);
        Assert.Equal(Start.AddSeconds(55).UtcDateTime, second.ScheduleStatus!.Last);
        Assert.Equal(Start.AddSeconds(115).UtcDateTime, second.ScheduleStatus.Next);
    }

    [Fact]
    public async Task WhenRunOutlastsOccurrences_TheyArePassedOver()
    {
        await using var host = await StartAsync<TimerFunctions.Waiting>("*/15 * * * * *");
        await AdvanceToAsync(Start.AddSeconds(10));
        Assert.Equal("begun", await host.Probe.NextAsync());

        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Single(host.Probe.All);
        host.Probe.Open();

        Assert.Equal("ended", await host.Probe.NextAsync());
        await AdvanceToAsync(Start.AddSeconds(55));
        Assert.Equal("begun", await host.Probe.NextAsync());
        Assert.Equal(3, host.Probe.All.Count);
    }

    [Fact]
    public async Task WhenRunFails_NextOccurrenceRuns()
    {
        await using var host = await StartAsync<TimerFunctions.Failing>("*/15 * * * * *");

        await AdvanceToAsync(Start.AddSeconds(10));
        await host.Probe.NextAsync();
        await AdvanceToAsync(Start.AddSeconds(25));

        Assert.Equal("failing", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task WhenRunOnStartupIsSet_FunctionRunsOnceAtStart()
    {
        await using var host = await StartAsync<TimerFunctions.AtStart>("");

        Assert.False(((TimerInfo)await host.Probe.NextAsync()).IsPastDue);
        await _time.WhenAwaitedAsync(Start.AddMinutes(1));
        Assert.Single(host.Probe.All);
    }

    [Fact]
    public async Task WhenOccurrenceIsHoursAway_NothingRunsBefore()
    {
        await using var host = await StartAsync<TimerFunctions.Daily>("");

        for (var at = Start.AddMinutes(1); at < Start.Date.AddHours(21); at = at.AddMinutes(1))
        {
            await AdvanceToAsync(at);
        }

        Assert.Empty(host.Probe.All);
        await AdvanceToAsync(new DateTimeOffset(2026, 7, 1, 21, 0, 0, TimeSpan.Zero));
        await host.Probe.NextAsync();
    }

    [Fact]
    public async Task WhenRunReachesTimeLimit_ItIsCancelledAndTimerLivesOn()
    {
        await using var host = await StartAsync<TimerFunctions.Waiting>("*/15 * * * * *");
        await AdvanceToAsync(Start.AddSeconds(10));
        Assert.Equal("begun", await host.Probe.NextAsync());

        // Without host.json the limit is half an hour.
        await AdvanceToAsync(Start.AddSeconds(10).AddMinutes(30));
        await AdvanceToAsync(Start.AddSeconds(25).AddMinutes(30));

        Assert.Equal("begun", await host.Probe.NextAsync());
        Assert.Equal(2, host.Probe.All.Count);
    }

    private Task<WorkerHost> StartAsync<T>(string schedule) => WorkerHost.StartAsync(
        [typeof(T)], [$"--OFTEN={schedule}"], new HostSetup { Folder = WorkerHost.EmptyFolder(), Time = _time });

    private async Task AdvanceToAsync(DateTimeOffset instant)
    {
        await _time.WhenAwaitedAsync(instant);
        _time.Advance(instant - _time.GetUtcNow());
    }
}
