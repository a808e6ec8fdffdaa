using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Repairs what lost messages, crashes and silence left behind: overdue closings, old outbox entries, lapsed questions.</summary>
public sealed class CloseSettlement(
    MarketMoments moments,
    DeskLedger documents,
    DeskCommits commits,
    OutboxDelivery outbox,
    IMessageSender sender,
    Housekeeping housekeeping,
    QuestionReminders reminders,
    ExitPlanBook plans,
    TimeProvider time,
    RunReports reports)
{
    /// <summary>A closing this late has lost its message.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromSeconds(30);

    /// <summary>An outbox entry this old was left behind by whoever posted it.</summary>
    public static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(30);

    public Task RunAsync(CancellationToken cancellationToken) => reports.WatchAsync(RunKind.Settlement, RunOnceAsync, cancellationToken);

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await reports.FailedAsync(RunKind.Settlement, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        var unreadable = new List<string>();
        await WakeClosingsAsync(moment.Value, unreadable, cancellationToken).ConfigureAwait(false);
        await DeliverLeftoversAsync(moment.Value, unreadable, cancellationToken).ConfigureAwait(false);
        await LapseAsync(moment.Value, unreadable, cancellationToken).ConfigureAwait(false);
        await housekeeping.RunAsync(moment.Value.Now, cancellationToken).ConfigureAwait(false);
        if (unreadable.Count > 0)
        {
            await reports.FailedAsync(RunKind.Settlement, unreadable[0], cancellationToken).ConfigureAwait(false);
            return;
        }

        await reports.SucceededAsync(RunKind.Settlement, moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task WakeClosingsAsync(MarketMoment moment, List<string> unreadable, CancellationToken cancellationToken)
    {
        var closings = await documents.ReadableClosingsAsync(unreadable, cancellationToken).ConfigureAwait(false);
        foreach (var overdue in closings
            .Select(closing => closing.Value)
            .Where(closing => closing.End is null && moment.Now - closing.NextAt > Overdue)
            .OrderBy(closing => CloseContention.PriorityOf(closing, moment.Session, plans.Expiry)))
        {
            // Wall time in the id: a wake-up that itself got lost must not be taken for its own repeat.
            var occasion = $"r{overdue.Revision}:w{time.GetUtcNow().ToUnixTimeSeconds()}";
            await sender.TrySendAsync(CloseRequest.Message(overdue, occasion), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LapseAsync(MarketMoment moment, List<string> unreadable, CancellationToken cancellationToken)
    {
        foreach (var approval in await documents.ReadableApprovalsAsync(unreadable, cancellationToken).ConfigureAwait(false))
        {
            // An entry's question ends with its entry.
            if (approval.Value is not { Status: ApprovalStatus.Open, Kind: not ApprovalKind.Entry })
            {
                continue;
            }

            try
            {
                await LapseAsync(approval, moment, cancellationToken).ConfigureAwait(false);
            }
            catch (LedgerDocumentException problem)
            {
                unreadable.Add(problem.Message);
            }
        }
    }

    private async Task LapseAsync(Stored<ApprovalCard> approval, MarketMoment moment, CancellationToken cancellationToken)
    {
        var position = approval.Value.PositionId is { } id
            ? await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false)
            : null;
        var isWaiting = position?.Value.ApprovalToken == approval.Value.Token && position.Value.Status == PositionStatus.AwaitingApproval;
        if (approval.Value.Kind == ApprovalKind.CloseByRule && !isWaiting)
        {
            await commits.CommitAsync(
                Question.Over(approval, position, ApprovalStatus.Overtaken, "The position moved on without this answer", moment), cancellationToken).ConfigureAwait(false);
        }
        else if (moment.Now >= approval.Value.LapsesAt)
        {
            await commits.CommitAsync(Question.Lapsed(approval, position, moment), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await reminders.RemindAsync(approval.Value, moment, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DeliverLeftoversAsync(MarketMoment moment, List<string> unreadable, CancellationToken cancellationToken)
    {
        var waiting = await documents.ReadableOutboxAsync(unreadable, cancellationToken).ConfigureAwait(false);
        await outbox.DeliverLeftoversAsync(
            waiting, entry => (moment.Now - entry.PostedAt).Duration() >= LeftBehind, cancellationToken).ConfigureAwait(false);
    }
}
