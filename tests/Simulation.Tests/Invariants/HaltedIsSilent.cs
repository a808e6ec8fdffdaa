using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 9. In mode Monitor or state Halted no automatic mutating call leaves the process; an owner's close carries its authority through
/// every step.
/// </summary>
/// <remarks>
/// A job is held to what the ledger told it of the switches: what was switched after that it cannot know. An order that goes back
/// passes if it is the owner's own, stood before, and is no larger than it was: the desk only undoes its cancel.
/// </remarks>
internal sealed class HaltedIsSilent(DayWorld world) : Invariant(world)
{
    public override string Name => "9";

    public override void Sends(Submission submission)
    {
        var closing = submission.Closing is { } id ? Ledger.Closings.GetValueOrDefault(id) : null;
        if (closing?.Trigger.Authority != CloseAuthority.Owner && submission.Job?.MayActByItself == false && !IsOwners(submission))
        {
            Broken($"{submission} leaves while the desk may not act by itself");
        }
    }

    private bool IsOwners(Submission submission) => submission is { PutsBack: { } id, Legs: [var (symbol, quantity)] }
        && World.Venue.Orders().FirstOrDefault(order => order.Id.ToString() == id) is { Origin: OrderOrigin.Owner, IsLive: false } stood
        && stood.Symbol == symbol && (stood.Side == OrderSide.Buy) == quantity > 0 && Math.Abs(quantity) <= stood.Remaining;
}
