using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Expiry;
using ExitDesk.Engine.Workflows.Operator.Commands;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Does what a pressed button says, once, if its question is still open; and always stops the spinner.</summary>
public sealed class ButtonPresses(
    DeskLedger documents,
    DeskCommits commits,
    MarketMoments moments,
    CloseButton close,
    SwitchButtons switching,
    RuleAnswers rules,
    Managing managing,
    OrphanAnswers orphans,
    ExpiryButtons expiry,
    EntryAnswers entries,
    WhyCommand why,
    DeskReplies replies,
    IOperatorDesk desk)
{
    /// <summary>How long "Hold" silences the rule that asked.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(30);

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var toast = await DoAsync(update, cancellationToken).ConfigureAwait(false);
        await desk.AnswerPressAsync(update.CallbackId!, toast.Length > 200 ? toast[..200] : toast, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does nothing but to say why: in the chat, because a press that is late has lost its spinner.</summary>
    public async Task RefuseAsync(OperatorUpdate update, string why, CancellationToken cancellationToken)
    {
        await replies.ReplyAsync(update, why, cancellationToken).ConfigureAwait(false);
        await desk.AnswerPressAsync(update.CallbackId!, why, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> DoAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var parts = update.Text.Split(':', 2);
        var approval = parts.Length == 2 ? await documents.ApprovalAsync(parts[1], cancellationToken).ConfigureAwait(false) : null;
        if (approval is null)
        {
            return "This button is not known any more. /status shows what is open.";
        }

        if (approval.Value.Kind == ApprovalKind.Entry)
        {
            return await entries.AnswerAsync(approval.Value.Token, parts[0] == "approve", update.UserName, cancellationToken).ConfigureAwait(false) ?? "This entry is not known any more.";
        }

        var position = approval.Value.PositionId is { } id
            ? await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false)
            : null;
        if (parts[0] == "why" && position is not null)
        {
            var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
            await replies.ReplyAsync(update, await why.ExplainAsync(position.Value, switches, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return "";
        }

        if (approval.Value.PositionId is null)
        {
            var now = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
            return await AnswerAsync(parts[0], approval, position, update, now, cancellationToken).ConfigureAwait(false);
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        return moment.Succeeded
            ? await AnswerAsync(parts[0], approval, position, update, moment.Value, cancellationToken).ConfigureAwait(false)
            : $"Nothing done: {moment.Failure}. Please tap again.";
    }

    private async Task<string> AnswerAsync(
        string verb, Stored<ApprovalCard> approval, Stored<Position>? position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await OverAsync(approval.Value, position?.Value, moment, cancellationToken).ConfigureAwait(false) is { } over)
        {
            return over;
        }

        return (verb, approval.Value.Kind) switch
        {
            ("close", ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner or ApprovalKind.Orphan or ApprovalKind.Expiry) when position is not null =>
                await close.PressAsync(approval, position, update, moment, cancellationToken).ConfigureAwait(false),
            ("hold" or "refrain", ApprovalKind.Expiry or ApprovalKind.DoNotExercise) when position is not null =>
                await expiry.AnswerAsync(verb, approval, position, update, moment, cancellationToken).ConfigureAwait(false),
            ("keep" or "pair", ApprovalKind.Orphan) when position is not null =>
                await orphans.AnswerAsync(approval, position, pairs: verb == "pair", update, moment, cancellationToken).ConfigureAwait(false),
            ("hold" or "reject", ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner) when position is not null && approval.Value.Decision is not null =>
                await rules.SilenceAsync(
                    approval, position, verb == "hold" ? moment.Now + HoldFor : RuleAnswers.EndOfSession(moment), verb == "reject", update, moment, cancellationToken).ConfigureAwait(false),
            (_, ApprovalKind.Adoption) when Managing.Of(verb) is { } wanted =>
                await managing.AnswerAsync(approval, wanted, update, moment, cancellationToken).ConfigureAwait(false),
            ("cancel", _) => await CancelAsync(approval, position?.Value, update, moment, cancellationToken).ConfigureAwait(false),
            _ => await switching.PressAsync(verb, approval, update, moment, cancellationToken).ConfigureAwait(false) ?? "This button does nothing here.",
        };
    }

    private async Task<string?> OverAsync(ApprovalCard approval, Position? position, MarketMoment moment, CancellationToken cancellationToken)
    {
        // A rule's question is over once its position no longer waits for it: closed by a command, gone, or asked anew.
        var isWaiting = approval.Decision is null || position?.ApprovalToken == approval.Token;
        if (approval.Status == ApprovalStatus.Open && moment.Now < approval.LapsesAt && isWaiting)
        {
            return null;
        }

        if ((approval.Status == ApprovalStatus.Used || !isWaiting) && position is not null && await close.StateAsync(position, cancellationToken).ConfigureAwait(false) is { } state)
        {
            return state;
        }

        return approval.Answer ?? (isWaiting ? null : "The position moved on without this answer.") ?? $"This question lapsed at {NewYork.ShortClock(approval.LapsesAt, moment.Now)}.";
    }

    private async Task<string> CancelAsync(
        Stored<ApprovalCard> approval, Position? position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var answer = $"Cancelled by {update.UserName}: nothing changed";
        return await commits.CommitAsync(Used(approval, position, answer, moment), cancellationToken).ConfigureAwait(false) is null
            ? "Somebody answered this just now."
            : answer;
    }

    internal static LedgerBatch Used(Stored<ApprovalCard> approval, Position? position, string answer, MarketMoment moment) => new LedgerBatch()
        .Replace(LedgerKeys.Approval(approval.Value.Token), approval.Value with { Status = ApprovalStatus.Used, Answer = answer }, approval.Version)
        .Post(Question.CardEntry(
            approval.Value, QuestionCards.Over(QuestionCards.Title(approval.Value, position), answer, moment.Now), moment, isFinal: true));
}
