using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Queue;

/// <summary>What goes wrong, by plan, with a message that a queue has just accepted.</summary>
internal sealed class ArrivalFaults(FaultPlan faults)
{
    /// <summary>How late a delayed message is, in market time.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    /// <summary>How long a message waits at most for another to overtake it, in market time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const double LaterChance = 0.05;

    public bool Loses() => faults.Hits(Fault.QueueDrop, LaterChance);

    public TimeSpan Late() => faults.Hits(Fault.QueueDelay, LaterChance) ? Delay : TimeSpan.Zero;

    public bool HoldsBack() => faults.Hits(Fault.QueueReorder, LaterChance);

    public bool Doubles() => faults.Hits(Fault.QueueDuplicate, LaterChance);
}
