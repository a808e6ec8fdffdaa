using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>The way between one process and the world: each wait on it is drawn, and may be the process's last.</summary>
internal sealed class Wire(DayWorld world, DeskProcess process)
{
    public DayWorld World => world;

    public DeskProcess Process => process;

    /// <summary>Waits a drawn time of a few to a few dozen milliseconds.</summary>
    public Task PassAsync(CancellationToken cancellationToken) => WaitAsync(TimeSpan.FromMilliseconds(world.Latency.Between(2, 40)), cancellationToken);

    /// <summary>Waits; for ever if the process dies meanwhile.</summary>
    public Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        // Completed on the loop's own thread, continuations and all: the order of a day is the loop's alone.
        var gate = new TaskCompletionSource();
        world.Loop.After(delay, () =>
        {
            if (process.Wakes(() => world.Died(process)))
            {
                gate.TrySetResult();
            }
        });
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() => gate.TrySetCanceled(cancellationToken));
        }

        return gate.Task;
    }

    public PlannedFault? Strikes(DayFault fault) => world.Faults.Strikes(fault);

    public PlannedFault? Strikes(DayFault fault, bool isRarer) => world.Faults.Strikes(fault, isRarer);

    public void Note(string what, object? result) => world.Note(process.Number, what, result);
}
