using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Run;

/// <summary>Loses the ledger once, at a drawn time, while nothing is being closed: what closings lose with it, simulated days show.</summary>
/// <remarks>What was in it is kept for the report, which has to account for all of the day's cash.</remarks>
public sealed class LedgerLoss
{
    private readonly Rig _rig;
    private DateTimeOffset? _at;

    internal LedgerLoss(Rig rig, int seed)
    {
        _rig = rig;
        var (open, close) = (rig.Scenario.Day.Open, rig.Scenario.Day.Close);
        var stream = new Random(unchecked((seed * 397) ^ (int)Fault.LedgerLost));
        _at = rig.Faults.Includes(Fault.LedgerLost) ? open + ((close - open) * (0.1 + (0.8 * stream.NextDouble()))) : null;
    }

    /// <summary>What the lost ledger told; null: none is lost.</summary>
    public LedgerSnapshot? Lost { get; private set; }

    /// <summary>The function app is quiet: loses the ledger if its time has come and nothing is under way.</summary>
    public async Task ConsiderAsync(CancellationToken cancellationToken)
    {
        if (_at > _rig.Clock.Now || _at is null || _rig.Outages.Until is not null || _rig.Venue.Orders().Any(order => order is { IsLive: true, Origin: OrderOrigin.Client }))
        {
            return;
        }

        var ledger = await LedgerSnapshot.ReadAsync(_rig.Storage.ConnectionString, cancellationToken).ConfigureAwait(false);
        if (!ledger.HasUnsettledClosing && _rig.Faults.Hits(Fault.LedgerLost))
        {
            (Lost, _at) = (ledger, null);
            await _rig.Storage.BeginAnewAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
