using ExitDesk.Domain.Closing;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Turns a step that submits into the attempt that is written before the broker hears of it. Pure.</summary>
public static class EntryIntent
{
    /// <summary>The entry with its attempt, pending.</summary>
    public static PositionEntry Of(PositionEntry entry, EntryStep.Submit step, DateTimeOffset now) => entry with
    {
        Attempt = new EntryAttempt(step.Ticket, now, AttemptOutcome.Pending)
        {
            Offer = step.Offer,
            Sends = (entry.Attempt?.Sends ?? 0) + 1,
            IsAfterUnheard = entry.Attempt?.MayBeListedLate == true,
        },
    };
}
