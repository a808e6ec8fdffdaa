using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>After a switch to Active, rules that were past their threshold at that moment ask one time before they act as their plan says.</summary>
/// <remarks>
/// What has asked is kept with the position, in the commit that answers or lapses its card: whether the chat took that card does not
/// matter, because no stop may hang on a chat. A card that was never committed was never asked.
/// </remarks>
public sealed class AskOnceRules(DeskCommits commits)
{
    /// <summary>Keeps the position's rules that ask once, in the ledger.</summary>
    /// <returns>The position as it is now; null if it could not be written: the next sweep decides.</returns>
    public async Task<Stored<Position>?> KeepAsync(SweptPosition swept, CancellationToken cancellationToken)
    {
        var kept = Wanted(swept);
        if (ReferenceEquals(kept, swept.Position))
        {
            return swept.Stored;
        }

        var versions = await commits.CommitAsync(
            new LedgerBatch().Replace(LedgerKeys.Position(kept.Id), kept, swept.Stored.Version), swept.Round, cancellationToken).ConfigureAwait(false);
        return versions is null ? null : new Stored<Position>(kept, versions[LedgerKeys.Position(kept.Id)]);
    }

    /// <summary>What the mark keeps for the next switch: in Monitor, the rules that are past their threshold.</summary>
    public static PositionMark Noted(PositionMark mark, SweptPosition swept)
    {
        var (past, isDeep) = swept.Switches.Mode == TradingMode.Monitor ? Past(swept) : (RuleSet.None, false);
        return mark.Past == past && mark.IsPastDeep == isDeep ? mark : mark with { Past = past, IsPastDeep = isDeep };
    }

    private static Position Wanted(SweptPosition swept)
    {
        var position = swept.Position;
        if (swept.Switches.Mode != TradingMode.Active)
        {
            return position;
        }

        if (swept.Switches.ActivatedAt is { } at && position.AskOnceFor != at && position.FirstSeenAt <= at)
        {
            // Switched over night, what the open brings is no longer "already past": yesterday's last reading counts.
            var (now, isDeep) = at >= swept.Moment.Session!.OpenAt ? Past(swept) : (RuleSet.None, false);
            return position with { AskOnce = swept.Appraisal.Mark.Past.With(now), AskOnceDeep = swept.Appraisal.Mark.IsPastDeep || isDeep, AskOnceFor = at };
        }

        if (position.AskOnce.IsEmpty)
        {
            return position;
        }

        var left = SingleRule.NotHolding(position.AskOnce, swept.Appraisal.Snapshot, swept.Plan);
        return left == position.AskOnce ? position : position with { AskOnce = left };
    }

    private static (RuleSet Rules, bool IsDeep) Past(SweptPosition swept) =>
        (SingleRule.Past(swept.Appraisal.Snapshot, swept.Plan), SingleRule.IsStopDeep(swept.Appraisal.Snapshot, swept.Plan));
}
