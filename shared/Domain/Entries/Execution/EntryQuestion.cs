using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What to do about a call to the broker of which nobody knows what came of it: look, never send blindly.</summary>
internal static class EntryQuestion
{
    /// <summary>While the call may still be on its way nobody else touches its intent.</summary>
    public static EntryStep? Lease(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Attempt is { Outcome: AttemptOutcome.Pending } attempt && attempt.IntentAt + CloseLimits.IntentLease is var end && moment.Now < end
            ? new EntryStep.Wait(end, "the order is on its way to the broker")
            : null;

    /// <summary>Searches until the order is found, or searches enough say that there is none.</summary>
    public static EntryStep? Unknown(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) => entry.Attempt switch
    {
        { Outcome: AttemptOutcome.NotAccepted } lost => new EntryStep.Settle(
            EntryEnd.GivenUp, $"{lost.Detail ?? "what became of its order is not known"}; look at the broker whether it is there")
        {
            IsAlarming = true,
        },
        { IsOpenQuestion: true } when observations.Look is null => new EntryStep.Look(),
        { IsOpenQuestion: true } open => new EntryStep.Wait(
            moment.Now + CloseLimits.BetweenSearches,
            "the broker gave no answer; looking for the order before anything is sent again",
            IsAlarming: open.EmptyLooks.Count > 2 || moment.Now - open.IntentAt >= CloseLimits.WorkingPatience),
        _ => null,
    };

    /// <summary>An order that nobody heard of may be listed late: it is looked for before anything else is thought of.</summary>
    public static EntryStep? Unheard(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Attempt is { MayBeListedLate: true } && observations.Look is null ? new EntryStep.Look() : null;

    /// <summary>A refusal is final, once a look found that there is no order of its id: its words decide nothing.</summary>
    public static EntryStep? Refused(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits) =>
        entry.Attempt is not { Outcome: AttemptOutcome.Refused } refused ? null
        : observations.Look is null ? new EntryStep.Look()
        : new EntryStep.Settle(EntryEnd.Refused, $"the broker refused it: {refused.Detail ?? "it did not say why"}");

    /// <summary>Nothing ends before an order that nobody heard of would be listed; null once it would.</summary>
    public static EntryStep? BeforeTheEnd(PositionEntry entry, MarketMoment moment) =>
        entry is { End: null, Order: null, Attempt: { MayBeListedLate: true } unheard } && unheard.IntentAt + CloseLimits.BetweenLooks is var listedBy && moment.Now < listedBy
            ? new EntryStep.Wait(listedBy, "an order that got no answer may yet be listed")
            : null;
}
