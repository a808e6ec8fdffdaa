using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Decides the next step of an entry. Pure: the same facts give the same step.</summary>
/// <remarks>
/// One recommendation is one order of one id in one session. In doubt nothing is sent: that is the opposite of a close, which in doubt goes on.
/// What must not go on is cancelled first; then whatever filled is booked before anything else, so that no position is a minute without its rules.
/// </remarks>
public static class EntryProtocol
{
    /// <summary>Its questions, in order; the last one always answers.</summary>
    public static IReadOnlyList<EntryGuard> Guards { get; } =
    [
        new("ended", (entry, _, _, _) => entry.End is { } end ? new EntryStep.Settle(end, entry.Note ?? "") : null),
        new("cancel", EntryOrder.Cancel),
        new("fills", EntryOrder.Fills),
        new("working order", EntryOrder.Working),
        new("done", EntryOrder.Done),
        new("lease", EntryQuestion.Lease),
        new("unknown outcome", EntryQuestion.Unknown),
        new("unheard order", EntryQuestion.Unheard),
        new("refusal", EntryQuestion.Refused),
        new("time", EntryTiming.Over),
        new("approval", EntryApprovals.Wait),
        new("pause", EntryTiming.Pause),
        new("session", (entry, _, moment, limits) => entry.Verdict is null ? null : EntryTiming.Window(entry, moment, limits)),
        new("judgement", EntryJudgement.Ask),
        new("verdict", EntryJudgement.Obey),
        new("window", (entry, _, moment, limits) => EntryTiming.Window(entry, moment, limits)),
        new("question", EntryApprovals.Ask),
        new("submission", EntrySubmission.Next),
    ];

    /// <summary>Decides.</summary>
    /// <param name="entry">As the ledger has it, with the look of <paramref name="observations"/> already worked in.</param>
    /// <param name="observations">What was just read and judged.</param>
    /// <param name="moment">The broker's clock.</param>
    /// <param name="limits">Bounds and times.</param>
    public static EntryStep Next(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        var step = Guards.Select(guard => guard.Ask(entry, observations, moment, limits)).FirstOrDefault(answer => answer is not null)
            ?? throw new InvalidOperationException($"The protocol has no step for entry {entry.Id}.");
        return step is EntryStep.Settle ? EntryQuestion.BeforeTheEnd(entry, moment) ?? step : step;
    }
}
