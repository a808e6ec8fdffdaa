using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Beside the ten. A position is not closed over and over to no effect: closings that sent nothing do not follow one another for minutes.</summary>
internal sealed class Turnover(DayWorld world) : Invariant(world)
{
    private const int Most = 4;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    public override string Name => "turnover";

    public override void Committed(IReadOnlyList<LedgerChange> changes)
    {
        foreach (var insert in changes.OfType<LedgerChange.Insert>().Where(change => change.Key.StartsWith(LedgerKeys.Closings, StringComparison.Ordinal)))
        {
            if (Ledger.Closings.TryGetValue(insert.Key[LedgerKeys.Closings.Length..], out var closing))
            {
                Judge(closing);
            }
        }
    }

    private void Judge(PositionClosing begun)
    {
        var idle = Ledger.Closings.Values.Count(closing => closing.PositionId == begun.PositionId && closing.Attempts.Count == 0
            && closing.End == CloseEnd.Unfilled && Now - closing.EndedAt < Within);
        if (idle > Most)
        {
            Broken($"position {begun.PositionId} begins its closing {begun.Number}, after {idle} that sent nothing");
        }
    }
}
