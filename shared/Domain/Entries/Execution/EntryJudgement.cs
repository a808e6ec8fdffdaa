using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Has the gates asked, and keeps to what they say.</summary>
internal static class EntryJudgement
{
    public static EntryStep? Ask(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        observations.Verdict is { } verdict && moment.Now - verdict.At <= EntryLimits.VerdictHolds ? null : new EntryStep.Judge();

    public static EntryStep? Obey(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        var verdict = observations.Verdict!;
        if (verdict.IsAllowed)
        {
            return null;
        }

        if (verdict.Refusals.Any())
        {
            // The broker may have taken after all what nobody heard of: then a gate finds its position.
            var isUnheard = entry.Attempt is { MayBeListedLate: true };
            return new EntryStep.Settle(isUnheard ? EntryEnd.GivenUp : EntryEnd.Refused, string.Join("; ", verdict.Reasons)) { Verdict = verdict, IsAlarming = isUnheard };
        }

        return EntryTiming.Window(entry, moment, limits)
            ?? new EntryStep.Wait(Earlier(moment.Now + EntryLimits.DoubtPause, entry.Recommendation.ExpiresAt), string.Join("; ", verdict.Reasons));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
