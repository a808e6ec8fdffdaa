using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>After a switch to Active, rules that were past their threshold at that moment ask until they stop firing.</summary>
public sealed class AskOnceRules(DeskCommits commits)
{
    /// <summary>Keeps the position's rules that ask once, in the ledger.</summary>
    /// <returns>The position as it is now; null if it could not be written: the next sweep decides.</returns>
    public async Task<Stored<Position>?> KeepAsync(SweptPosition swept, CancellationToken cancellationToken)
    {
        var position = swept.Position;
        var (asks, since) = Wanted(swept);
        if (asks == position.AskOnce && since == position.AskOnceFor)
        {
            return swept.Stored;
        }

        var kept = position with { AskOnce = asks, AskOnceFor = since };
        var versions = await commits.CommitAsync(
            new LedgerBatch().Replace(LedgerKeys.Position(kept.Id), kept, swept.Stored.Version), swept.Round, cancellationToken).ConfigureAwait(false);
        return versions is null ? null : new Stored<Position>(kept, versions[LedgerKeys.Position(kept.Id)]);
    }

    /// <summary>What the mark keeps for the next switch: in Monitor, the rules that are past their threshold.</summary>
    public static PositionMark Noted(PositionMark mark, SweptPosition swept)
    {
        var past = swept.Switches.Mode == TradingMode.Monitor ? SingleRule.Past(swept.Appraisal.Snapshot, swept.Plan) : RuleSet.None;
        return mark.Past == past ? mark : mark with { Past = past };
    }

    private static (RuleSet Asks, DateTimeOffset? Since) Wanted(SweptPosition swept)
    {
        var (position, snapshot) = (swept.Position, swept.Appraisal.Snapshot);
        if (swept.Switches.Mode != TradingMode.Active)
        {
            return (position.AskOnce, position.AskOnceFor);
        }

        if (swept.Switches.ActivatedAt is { } at && position.AskOnceFor != at && position.FirstSeenAt <= at)
        {
            // Switched over night, what the open brings is no longer "already past": yesterday's last reading counts.
            var now = at >= swept.Moment.Session!.OpenAt ? SingleRule.Past(snapshot, swept.Plan) : RuleSet.None;
            return (swept.Appraisal.Mark.Past.With(now), at);
        }

        return (position.AskOnce.IsEmpty ? position.AskOnce : SingleRule.NotHolding(position.AskOnce, snapshot, swept.Plan), position.AskOnceFor);
    }
}
