using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator.Commands;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Does what a pressed button says; and always stops the spinner.</summary>
public sealed class ButtonPresses(
    DeskLedger documents,
    DeskCommits commits,
    CardAnswers cards,
    StatusViews views,
    SettingsButtons settings,
    WhyCommand why,
    DeskReplies replies,
    OperatorAudit audit,
    IOperatorDesk desk)
{
    private const int LongestToast = 200;

    private const string Unknown = "This button is not known any more. /status shows what is open.";

    /// <summary>Whether a press may change anything: then it is for owners, and audited.</summary>
    public static bool Acts(string data) => data.Split(':', 2)[0] is not ("why" or "refresh");

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var parts = update.Text.Split(':', 2);
        var (verb, token) = (parts[0], parts.Length == 2 ? parts[1] : "");
        if (!Acts(update.Text))
        {
            await ToastAsync(update, await ShowAsync(verb, token, update, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return;
        }

        if (SettingsButtons.Knows(verb))
        {
            var said = await settings.PressAsync(verb, token, update, cancellationToken).ConfigureAwait(false);
            await ToastAsync(update, said, cancellationToken).ConfigureAwait(false);
            await NoteAsync(update, "desk", $"{verb} on /settings", said, cancellationToken).ConfigureAwait(false);
            return;
        }

        var approval = await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false);
        var toast = approval is null ? Unknown : await cards.AnswerAsync(verb, approval, update, cancellationToken).ConfigureAwait(false);
        await ToastAsync(update, toast, cancellationToken).ConfigureAwait(false);
        await NoteAsync(
            update, approval?.Value.PositionId ?? "desk", approval is null ? "a button of no card" : $"{verb} on {OperatorAudit.Of(approval.Value)}", toast, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does nothing but to say why: in the chat, because a press that is late has lost its spinner.</summary>
    public async Task RefuseAsync(OperatorUpdate update, string why, CancellationToken cancellationToken)
    {
        await replies.ReplyAsync(update, why, cancellationToken).ConfigureAwait(false);
        await ToastAsync(update, why, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the spinner with a word.</summary>
    public Task ToastAsync(OperatorUpdate update, string text, CancellationToken cancellationToken) =>
        desk.AnswerPressAsync(update.CallbackId!, text.Length > LongestToast ? text[..LongestToast] : text, cancellationToken);

    internal static LedgerBatch Used(Stored<ApprovalCard> approval, Position? position, string answer, MarketMoment moment) => new LedgerBatch()
        .Replace(LedgerKeys.Approval(approval.Value.Token), approval.Value with { Status = ApprovalStatus.Used, Answer = answer }, approval.Version)
        .Post(Question.CardEntry(
            approval.Value, QuestionCards.Over(QuestionCards.Title(approval.Value, position), answer, moment.Now), moment, isFinal: true));

    private async Task<string> ShowAsync(string verb, string token, OperatorUpdate update, CancellationToken cancellationToken)
    {
        if (verb == "refresh")
        {
            return await views.RefreshAsync(token, cancellationToken).ConfigureAwait(false);
        }

        var approval = await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false);
        if (approval is null)
        {
            return Unknown;
        }

        if (approval.Value.PositionId is not { } id || await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false) is not { } position)
        {
            return "The position of this card is not known any more.";
        }

        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        await replies.ReplyAsync(update, await why.ExplainAsync(position.Value, switches, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return "";
    }

    private Task NoteAsync(OperatorUpdate update, string subject, string what, string result, CancellationToken cancellationToken) =>
        commits.CommitAsync(new LedgerBatch().Post(audit.Entry(update, subject, "pressed", what, result)), cancellationToken);
}
