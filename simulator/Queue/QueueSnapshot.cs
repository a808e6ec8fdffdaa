namespace ExitDesk.Simulator.Queue;

/// <summary>A queue at one instant.</summary>
/// <param name="Name">Its name; that of a dead-letter queue ends in <c>/$deadletterqueue</c>.</param>
/// <param name="Counters">What has happened so far.</param>
/// <param name="Visible">Messages waiting for a receiver.</param>
/// <param name="Locked">Messages in a receiver's hands.</param>
/// <param name="Scheduled">Messages not visible yet.</param>
/// <param name="Messages">Each message taken in so far, by sequence number.</param>
public sealed record QueueSnapshot(
    string Name, QueueCounters Counters, int Visible, int Locked, int Scheduled, IReadOnlyList<MessageTrail> Messages);
