using ExitDesk.Engine.Workflows.Operator.Commands;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Does what a user asked for with a button or a command, as far as their role allows.</summary>
public sealed class OperatorActions(
    ButtonPresses presses,
    ActingCommands acting,
    ReadingCommands reading,
    OperatorOptions options,
    OperatorAudit audit,
    PlanRefresh plans,
    LateUpdates late,
    Backlog backlog,
    DeskReplies replies)
{
    private const string OnlyLooking = "You may look here, not act. Ask an owner of the desk; /status, /why and /help are yours.";

    /// <summary>Every command with what it does, in the order of the help text and of Telegram's menu.</summary>
    public static IReadOnlyList<DeskCommand> Known => DeskCommands.Known;

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        if (update.IsDelivery)
        {
            await backlog.ComeBackAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var wasBlocked = backlog.Reopen();
        await AnswerAsync(update, cancellationToken).ConfigureAwait(false);
        if (wasBlocked)
        {
            await backlog.DeliverAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        await plans.RunAsync(cancellationToken).ConfigureAwait(false);
        var line = CommandLine.Of(update.Text);
        if ((update.IsPress ? ButtonPresses.Acts(update.Text) : line.Acts) && options.RoleOf(update.UserId) != OperatorRole.Owner)
        {
            await RefuseAsync(update, cancellationToken).ConfigureAwait(false);
        }
        else if (await late.RefusalAsync(update, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await (update.IsPress
                ? presses.RefuseAsync(update, refusal, cancellationToken)
                : replies.ReplyAsync(update, refusal, cancellationToken)).ConfigureAwait(false);
        }
        else if (update.IsPress)
        {
            await presses.RunAsync(update, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CommandAsync(update, line, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CommandAsync(OperatorUpdate update, CommandLine line, CancellationToken cancellationToken)
    {
        if (acting.Run(update, line, cancellationToken) is not { } running)
        {
            await reading.RunAsync(update, line, cancellationToken).ConfigureAwait(false);
            return;
        }

        var result = await running.ConfigureAwait(false);
        var row = line.Acts ? audit.Entry(update, result.Subject, "commanded", $"/{line.Name} {line.Argument}".TrimEnd(), result.Html) : null;
        await replies.ReplyAsync(update, result.IsTold ? null : result.Html, row, cancellationToken).ConfigureAwait(false);
    }

    // In words, so that nobody taps again and again; and the owner can read who tried what.
    private async Task RefuseAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var row = audit.Entry(update, "desk", "refused", update.IsPress ? $"a button, {update.Text.Split(':')[0]}" : update.Text, OnlyLooking);
        if (update.IsPress)
        {
            await presses.ToastAsync(update, OnlyLooking, cancellationToken).ConfigureAwait(false);
        }

        await replies.ReplyAsync(update, update.IsPress ? null : OnlyLooking, row, cancellationToken).ConfigureAwait(false);
    }
}
