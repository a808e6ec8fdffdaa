using ExitDesk.TestKit.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class ScheduleFolderTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 20, 59, 30, TimeSpan.Zero);
    private readonly string _folder = WorkerHost.EmptyFolder();

    [Fact]
    public async Task WhenOccurrenceFellIntoADownTime_NextStartRunsItAsPastDue()
    {
        await using (var before = await StartAsync(new ManualTimeProvider(Start)))
        {
        }

        await using var after = await StartAsync(new ManualTimeProvider(Start.AddHours(2)));
        var info = (TimerInfo)await after.Probe.NextAsync();

        Assert.True(info.IsPastDue);
        Assert.Equal(new DateTime(2026, 7, 1, 21, 0, 0, DateTimeKind.Utc), info.ScheduleStatus!.Next);
    }

    [Fact]
    public async Task WhenOccurrenceWasRun_NextStartDoesNotRepeatIt()
    {
        var time = new ManualTimeProvider(Start);
        await using (var before = await StartAsync(time))
        {
            await time.WhenAwaitedAsync(Start.AddSeconds(30));
            time.Advance(TimeSpan.FromSeconds(30));
            Assert.False(((TimerInfo)await before.Probe.NextAsync()).IsPastDue);
            await time.WhenAwaitedAsync(Start.AddSeconds(90));
        }

        var later = new ManualTimeProvider(Start.AddHours(2));
        await using var after = await StartAsync(later);
        await later.WhenAwaitedAsync(later.GetUtcNow().AddMinutes(1));

        Assert.Empty(after.Probe.All);
    }

    [Fact]
    public async Task WhenRecordIsDamaged_HostStartsAsIfThereWereNone()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Daily.json"), "{");
        var time = new ManualTimeProvider(Start);
        await using var host = await StartAsync(time);

        await time.WhenAwaitedAsync(Start.AddSeconds(30));
        Assert.Empty(host.Probe.All);
    }

    [Fact]
    public async Task WhenTwoHostsShareFolder_OneRunsTimerAndTheOtherTakesOver()
    {
        var time = new ManualTimeProvider(Start);
        await using var second = await StartSecondAfterFirstAsync(time);

        await time.WhenAwaitedAsync(time.GetUtcNow().AddSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        await time.WhenAwaitedAsync(new DateTimeOffset(2026, 7, 1, 21, 1, 40, TimeSpan.Zero));

        Assert.Empty(second.Probe.All);
    }

    private async Task<WorkerHost> StartSecondAfterFirstAsync(ManualTimeProvider time)
    {
        await using var first = await StartAsync(time);
        await time.WhenAwaitedAsync(Start.AddSeconds(30));
        var second = await StartAsync(time);
        await time.WhenAwaitedAsync(Start.AddSeconds(10));

        // Both wait: the first for its occurrence, the second for its next look at the lease.
        for (var step = 1; step <= 6; step++)
        {
            await time.WhenAwaitedAsync(Start.AddSeconds(10 * step));
            time.Advance(TimeSpan.FromSeconds(10));
        }

        await first.Probe.NextAsync();
        Assert.Empty(second.Probe.All);
        return second;
    }

    private Task<WorkerHost> StartAsync(ManualTimeProvider time) => WorkerHost.StartAsync(
        [typeof(TimerFunctions.Daily)],
        [$"--FUNCTIONS_SCHEDULE_FOLDER={_folder}"],
        new HostSetup { Folder = WorkerHost.EmptyFolder(), Time = time });
}
