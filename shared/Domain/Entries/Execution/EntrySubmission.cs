using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>The last question: it is sent, once it holds its place.</summary>
internal static class EntrySubmission
{
    public static EntryStep Next(PositionEntry entry, EntryObservations observations, MarketMoment moment, EntryLimits limits)
    {
        if (!observations.IsPermitted)
        {
            return new EntryStep.Settle(EntryEnd.Refused, "entries are switched off, or a close needs its contract");
        }

        if (entry.Status != EntryStatus.Working)
        {
            return new EntryStep.Begin();
        }

        var offer = observations.Verdict!.Offer!;
        return new EntryStep.Submit(offer.Ticket(entry.Recommendation, entry.Attempt?.Ticket.ClientOrderId ?? limits.ClientOrderId), offer);
    }
}
