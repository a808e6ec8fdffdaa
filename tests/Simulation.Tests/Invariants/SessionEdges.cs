using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Beside the ten. Session: nothing is submitted in the last 15 s, nor while the market is closed.</summary>
/// <remarks>Judged on the instant at which the job began: the clock that it read is not older than that.</remarks>
internal sealed class SessionEdges(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan Edge = TimeSpan.FromSeconds(15);

    public override string Name => "session";

    public override void Sends(Submission submission)
    {
        var began = submission.Job?.StartedAt ?? submission.SentAt;
        if (IsOver(began) && IsOver(submission.SentAt))
        {
            Broken($"{submission} leaves out of session");
        }
    }

    private bool IsOver(DateTimeOffset at) => World.Venue.Sessions.Running(at) is not { } session || session.Close - at <= Edge;
}
