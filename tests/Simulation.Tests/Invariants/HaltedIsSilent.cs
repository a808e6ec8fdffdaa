using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 9. In mode Monitor or state Halted no automatic mutating call leaves the process; an owner's close carries its authority through
/// every step.
/// </summary>
/// <remarks>A job is held to what the ledger told it of the switches: what was switched after that it cannot know.</remarks>
internal sealed class HaltedIsSilent(DayWorld world) : Invariant(world)
{
    public override string Name => "9";

    public override void Sends(Submission submission)
    {
        var closing = submission.Closing is { } id ? Ledger.Closings.GetValueOrDefault(id) : null;
        if (closing?.Trigger.Authority != CloseAuthority.Owner && submission.Job?.MayActByItself == false)
        {
            Broken($"{submission} leaves while the desk may not act by itself");
        }
    }
}
