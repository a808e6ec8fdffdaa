using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>
/// Posts the card of an open question again, once, when half of its time is over: its press may have been lost, and it may stand far above.
/// </summary>
/// <remarks>Only of rules, whose answer is awaited: expiring positions have their own alarms, and what else asks leaves all as it is.</remarks>
public sealed class QuestionReminders(DeskLedger documents, DeskCommits commits)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);

    /// <summary>Posts it, if it is due. The question itself is not written: nothing that acts may find it changed.</summary>
    public async Task RemindAsync(ApprovalCard card, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (!moment.IsOpen || !IsDue(card, moment.Now)
            || await documents.FindAsync<SentCard>(LedgerKeys.Card(card.Token), cancellationToken).ConfigureAwait(false) is not { Value: { IsFinal: false, IsAgain: false, Shown: { } shown } })
        {
            return;
        }

        var entry = new OutboxEntry($"card:{card.Token}:reminder", moment.Now)
        {
            Notice = new Notice(shown, card.Token) { IsAnew = true, Kind = NoticeKind.Question, Reason = card.Decision?.Reason },
        };
        await commits.CommitAsync(new LedgerBatch().Post(entry), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsDue(ApprovalCard card, DateTimeOffset now)
    {
        var end = card.ActsAt ?? card.LapsesAt;
        return card is { Status: ApprovalStatus.Open, Kind: ApprovalKind.CloseByRule or ApprovalKind.AccountEmergency }
            && now >= card.AskedAt + ((end - card.AskedAt) / 2) && end - now >= Shortest;
    }
}
