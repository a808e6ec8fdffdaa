using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 3. Each trigger ends in exactly one of: closed, lapsed or rejected by the owner, overtaken (position gone, or raised by a more
/// urgent one), given up with a loud alert. Nothing is lost, nothing is counted twice.
/// </summary>
internal sealed class EveryTriggerEnds(DayWorld world) : Invariant(world)
{
    private readonly Dictionary<string, CloseEnd> _ends = new(StringComparer.Ordinal);

    public override string Name => "3";

    public override void Committed(IReadOnlyList<LedgerChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is LedgerChange.Insert or LedgerChange.Replace or LedgerChange.Put
                && change.Key.StartsWith(LedgerKeys.Closings, StringComparison.Ordinal)
                && Ledger.Closings.TryGetValue(change.Key[LedgerKeys.Closings.Length..], out var closing))
            {
                Judge(closing);
            }
        }
    }

    public override void Lost() => _ends.Clear();

    public override void Answered(Submission submission, SubmitOutcome outcome)
    {
        if (outcome is SubmitOutcome.Accepted && submission.Closing is { } id && Ledger.Closings.GetValueOrDefault(id)?.End is { } end)
        {
            Broken($"{submission} is taken after closing {id} ended {end}");
        }
    }

    public override void Ended()
    {
        foreach (var closing in Ledger.Closings.Values.Where(closing => closing.End is null && !WaitsForABid(closing)))
        {
            Broken($"closing {closing.Id} ({closing.Trigger.Reason}) never ended: {closing.LastAttempt}");
        }

        foreach (var position in Ledger.Positions.Values.Where(position => position.Status == Domain.Positions.PositionStatus.Closing))
        {
            var closing = Ledger.Closings.GetValueOrDefault($"{position.Id}:{position.Closings}");
            if (closing is null || closing.End is not null)
            {
                Broken($"position {position.Id} is closing, and nobody closes it");
            }
        }

        foreach (var id in Ledger.Outbox)
        {
            Broken($"{id} never left the ledger");
        }
    }

    // A market order for what nobody bids for works until somebody does, or the day is over: loudly, once a minute.
    private bool WaitsForABid(PositionClosing closing) =>
        closing.OpenLegs.Any(leg => leg.IsLong && World.Market.OptionQuote(leg.Symbol, Now) is not { Bid: > 0 })
        && Ledger.Posted.Any(id => id.StartsWith($"{closing.Id}:slow:", StringComparison.Ordinal));

    private void Judge(PositionClosing closing)
    {
        if (_ends.TryGetValue(closing.Id, out var known) && closing.End != known)
        {
            Broken($"closing {closing.Id} ended {known}, and then {closing.End?.ToString() ?? "went on"}");
        }

        if (closing.End is not { } end)
        {
            var others = Ledger.Closings.Values.Where(other => other.PositionId == closing.PositionId && other.End is null && other.Id != closing.Id).ToList();
            if (others.Count > 0)
            {
                Broken($"closings {closing.Id} and {others[0].Id} go on at once");
            }

            return;
        }

        _ends[closing.Id] = end;
        if (end != CloseEnd.Closed && closing.HasFills && !closing.OpenLegs.Any())
        {
            Broken($"closing {closing.Id} was filled to the last, and ended {end}");
        }

        if (end == CloseEnd.GivenUp && !Ledger.Posted.Contains($"{closing.Id}:given-up"))
        {
            Broken($"closing {closing.Id} was given up in silence");
        }
    }
}
