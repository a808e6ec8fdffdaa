using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Beside the ten, and the other half of 8: an urgent close of one leg, undisturbed, in a market that trades, is done within a minute.</summary>
/// <remarks>An owner's resting order does not excuse it: it is cancelled. Days in which the venue itself is slow are left out. So is a long
/// option that may cover a short one which others left alone: the broker refuses to sell it, and only the owner can help.</remarks>
internal sealed class ExitsFinish(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(5);

    private readonly bool _isSlow = world.Plan.Has(DayFault.PendingCancel) || world.Plan.Has(DayFault.AsynchronousRejection)
        || world.Plan.Has(DayFault.FillDuringCancel) || world.Plan.Has(DayFault.PartialFills);

    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private DateTimeOffset _judgedAt;

    public override string Name => "finish";

    public override void Lost() => _since.Clear();

    public override void Stepped()
    {
        if (_isSlow || Now - _judgedAt < Each)
        {
            return;
        }

        _judgedAt = Now;
        if (!World.IsUndisturbed || World.Venue.Sessions.Running(Now) is not { } session || Now - session.Open < Grace * 2 || session.Close - Now < Grace)
        {
            _since.Clear();
            return;
        }

        foreach (var closing in Ledger.Closings.Values.Where(closing => closing.End is null))
        {
            Judge(closing);
        }
    }

    private void Judge(PositionClosing closing)
    {
        var isTradeable = closing is { Trigger.Urgency: Urgency.Immediate, Legs: [{ Contract: { } contract } leg] }
            && World.Market.SpoilOf(leg.Symbol, Now) is null
            && World.Market.OptionQuote(leg.Symbol, Now) is { Bid: > 0 }
            && contract.Expiration > DateOnly.FromDateTime(Now.UtcDateTime)
            && !(leg.IsLong && MayCover(contract));
        if (!isTradeable)
        {
            _since.Remove(closing.Id);
        }
        else if (!_since.TryGetValue(closing.Id, out var since))
        {
            _since[closing.Id] = Now;
        }
        else if (Now - since > Grace)
        {
            Broken($"closing {closing.Id} has gone on since {since:HH:mm:ss} UTC: {closing.LastAttempt?.Detail ?? "no attempt"}");
        }
    }

    private bool MayCover(OptionContract held) => World.Watch.Held.Any(holding => holding.Value < 0
        && OccSymbol.TryParse(holding.Key, out var sold, out _)
        && (sold.Underlying, sold.Right) == (held.Underlying, held.Right)
        && sold.Expiration <= held.Expiration);
}
