using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using ExitDesk.Simulation.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>The timers of every process that lives: sweeps each 15 s, sync and settlement each minute, as the app's schedules have them.</summary>
internal sealed class DeskTimers(DayWorld world)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    private int _round;

    public void Set(bool isOn)
    {
        if (isOn != (_round % 2 == 1))
        {
            _round++;
            world.TimersSince = isOn ? world.Loop.Now : null;
            if (isOn)
            {
                Plan(_round, Next());
            }
        }
    }

    private void Plan(int round, DateTimeOffset at) => world.Loop.At(at, () =>
    {
        if (round == _round)
        {
            Fire(at);
            Plan(round, at + Tick);
        }
    });

    private void Fire(DateTimeOffset at)
    {
        foreach (var process in world.Processes.ToList())
        {
            Start(process, "sweep", services => services.GetRequiredService<ExitSweep>().RunAsync(CancellationToken.None));
            if (at.Second == 0)
            {
                Start(process, "sync", services => services.GetRequiredService<PositionSync>().RunAsync(CancellationToken.None));
            }
            else if (at.Second == 30)
            {
                Start(process, "settlement", SettleAsync);
            }
        }
    }

    private void Start(DeskProcess process, string name, Func<IServiceProvider, Task> work)
    {
        if (process.Busy.Add(name))
        {
            world.Run(process, name, "", work, _ => process.Busy.Remove(name));
        }
    }

    // As the app's timer has it: entries after closes. A day without entries is not slowed by them.
    private async Task SettleAsync(IServiceProvider services)
    {
        await services.GetRequiredService<CloseSettlement>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        if (world.Plan.Entries.Entries.Count > 0)
        {
            await services.GetRequiredService<EntrySettlement>().RunAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private DateTimeOffset Next() => new(((world.Loop.Now.Ticks / Tick.Ticks) + 1) * Tick.Ticks, TimeSpan.Zero);
}
