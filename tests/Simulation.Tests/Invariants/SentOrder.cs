using ExitDesk.Simulation.Tests.Ports;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>An order that left a process, and whether the process heard for certain what became of it.</summary>
internal sealed class SentOrder(Submission submission)
{
    public Submission Submission { get; } = submission;

    public bool IsCertain { get; set; }

    /// <summary>When the process heard anything; null while it has not, and for ever if it died.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}
