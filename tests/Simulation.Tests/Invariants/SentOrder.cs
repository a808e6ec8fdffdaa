using ExitDesk.Simulation.Tests.Ports;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>An order that left a process, and whether the process heard for certain what became of it.</summary>
internal sealed class SentOrder(Submission submission)
{
    public Submission Submission { get; } = submission;

    public bool IsCertain { get; set; }
}
