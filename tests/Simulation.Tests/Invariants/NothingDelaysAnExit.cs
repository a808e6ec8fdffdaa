using ExitDesk.Domain.Positions;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>8. Entry settings, approvals and entry faults never delay an exit that is set to act.</summary>
/// <remarks>
/// A single long option whose bid has been at its stop or below for a minute, on quotes that nothing spoils, while the desk runs
/// undisturbed, is being closed: whatever its owner was asked meanwhile. This is also "found within one minute".
/// </remarks>
internal sealed class NothingDelaysAnExit(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private DateTimeOffset _judgedAt;

    public override string Name => "8";

    public override void Lost() => _since.Clear();

    public override void Stepped()
    {
        if (Now - _judgedAt < Each)
        {
            return;
        }

        var isSteady = Now - _judgedAt < Each * 20;
        _judgedAt = Now;
        if (!isSteady || !World.IsUndisturbed || !IsOpen())
        {
            _since.Clear();
            return;
        }

        foreach (var position in Ledger.Positions.Values)
        {
            Judge(position);
        }
    }

    private bool IsOpen() => World.Venue.Sessions.Running(Now) is { } session && Now - session.Open > Opening && session.Close - Now > Grace;

    private void Judge(Position position)
    {
        if (!IsStopped(position))
        {
            _since.Remove(position.Id);
        }
        else if (!_since.TryGetValue(position.Id, out var since))
        {
            _since[position.Id] = Now;
        }
        else if (Now - since > Grace)
        {
            Broken($"position {position.Id}, {position.Status}, has been past its stop since {since:HH:mm:ss} UTC, and nobody closes it");
        }
    }

    private bool IsStopped(Position position)
    {
        if (position is not { Status: PositionStatus.Open or PositionStatus.AwaitingApproval, Management: Management.Managed, IsOrphan: false, Silences.Count: 0 }
            || position.Legs is not [{ IsLong: true, Contract: not null } leg] || !position.AskOnce.IsEmpty || !Ledger.Switches.AllowsAutomaticOrders)
        {
            return false;
        }

        var quote = World.Market.OptionQuote(leg.Symbol, Now);
        return World.Market.SpoilOf(leg.Symbol, Now) is null
            && quote is { Bid: > 0 and var bid, Ask: { } ask } && ask - bid <= 0.05m
            && position.EntryPrice > 1 && bid <= position.EntryPrice * 0.74m;
    }
}
