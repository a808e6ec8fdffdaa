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
    /// <summary>What is read no later than this after the switch, about a sweep, was past its threshold then.</summary>
    public static readonly TimeSpan AtTheSwitch = TimeSpan.FromSeconds(30);

    /// <summary>Keeps the position's rules that ask once, in the ledger. Wants no quotes: what the mark noted before the switch counts.</summary>
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
            // Switched over night, or long before this reading, what it brings is not "already past": the last reading before counts.
            var isAtOnce = at >= swept.Moment.Session!.OpenAt && swept.Moment.Now - at <= AtTheSwitch;
            var (now, isDeep) = isAtOnce ? Past(swept) : (RuleSet.None, false);
            var mark = swept.Appraisal.Mark;
            return position with { AskOnce = mark.Past.With(now), AskOnceDeep = mark.IsPastDeep || isDeep, AskOnceFor = at };
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
