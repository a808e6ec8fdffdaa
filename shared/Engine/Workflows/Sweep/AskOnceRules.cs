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

    /// <summary>What the mark keeps: in Monitor, for the next switch, the rules that are past their threshold; in Active which of those that
    /// ask once held.</summary>
    public static PositionMark Noted(PositionMark mark, SweptPosition swept)
    {
        var (past, loss) = swept.Switches.Mode == TradingMode.Monitor ? Past(swept) : (RuleSet.None, null);
        var held = Held(mark, swept);
        return mark.Past == past && mark.PastLoss == loss && mark.Held == held ? mark : mark with { Past = past, PastLoss = loss, Held = held };
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
            var (now, loss) = isAtOnce ? Past(swept) : (RuleSet.None, null);
            var mark = swept.Appraisal.Mark;
            return position with { AskOnce = mark.Past.With(now), AskOnceLoss = loss ?? mark.PastLoss, AskOnceFor = at };
        }

        if (position.AskOnce.IsEmpty || !Counts(swept))
        {
            return position;
        }

        var over = HeldRules.Confirmed(swept.Appraisal.Mark.Held, Read(swept).Holds, swept.Moment.Now);
        return over.IsEmpty ? position : position with { AskOnce = position.AskOnce.Without(over) };
    }

    private static HeldRules? Held(PositionMark mark, SweptPosition swept)
    {
        if (swept.Switches.Mode != TradingMode.Active || swept.Position.AskOnce.IsEmpty)
        {
            return null;
        }

        var (holds, fires) = Counts(swept) ? Read(swept) : (RuleSet.None, RuleSet.None);
        return HeldRules.After(mark.Held?.Among(swept.Position.AskOnce), holds, fires, swept.Moment.Now);
    }

    // As for a stop that fires, the first minute's readings confirm nothing.
    private static bool Counts(SweptPosition swept) => swept.Moment.SinceOpen >= Confirmation.AfterOpen;

    private static (RuleSet Holds, RuleSet Fires) Read(SweptPosition swept) =>
        SingleRule.Read(swept.Position.AskOnce, swept.Appraisal.Snapshot, swept.Plan);

    private static (RuleSet Rules, decimal? DeepLoss) Past(SweptPosition swept) =>
        (SingleRule.Past(swept.Appraisal.Snapshot, swept.Plan), SingleRule.DeepLoss(swept.Appraisal.Snapshot, swept.Plan));
}
