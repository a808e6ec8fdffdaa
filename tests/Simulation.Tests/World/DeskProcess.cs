using ExitDesk.TestKit.Messaging;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>One process of the desk: it can be killed at any of its waits for the world, and then never wakes.</summary>
/// <param name="number">From 1; a new process has a new one.</param>
internal sealed class DeskProcess(int number)
{
    public int Number { get; } = number;

    public bool IsAlive { get; private set; } = true;

    /// <summary>Waits after which it dies; null if it lives on.</summary>
    public int? DiesAfter { get; set; }

    /// <summary>The workflows over this process's ports.</summary>
    public IServiceProvider Services { get; set; } = null!;

    /// <summary>Timers whose function still runs: it is not started again meanwhile.</summary>
    public HashSet<string> Busy { get; } = [];

    /// <summary>Messages about entries that wait for the one in hand: a process takes one entry's step at a time.</summary>
    public Queue<QueuedMessage> EntriesInLine { get; } = new();

    public bool HasEntryInHand { get; set; }

    /// <summary>Messages in hand.</summary>
    public int Messages { get; set; }

    /// <summary>Asked when a wait is over.</summary>
    /// <returns>False if the process does not live to see it.</returns>
    public bool Wakes(Action died)
    {
        if (IsAlive && DiesAfter is { } left)
        {
            DiesAfter = left - 1;
            if (left <= 0)
            {
                IsAlive = false;
                died();
            }
        }

        return IsAlive;
    }

    public void End() => IsAlive = false;
}
