using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 5. The intent is in the ledger before the broker hears of it. After a crash at any instruction the next cycle finishes or
/// repairs the job without a second order for the same quantity.
/// </summary>
/// <remarks>The second half is 2 and 3 in every day with a crash.</remarks>
internal sealed class IntentFirst(DayWorld world) : Invariant(world)
{
    private bool _isLost;

    public override string Name => "5";

    public override void Lost() => _isLost = true;

    public override void Sends(Submission submission)
    {
        if (submission is { Closing: null, Entry: null } && !_isLost)
        {
            Broken($"{submission} leaves without an intent in the ledger");
        }
    }
}
