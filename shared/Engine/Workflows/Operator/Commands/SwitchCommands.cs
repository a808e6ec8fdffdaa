using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/mode</c>, <c>/halt</c>, <c>/resume</c>. What lets more happen, and the kill switch, want a second tap.</summary>
public sealed class SwitchCommands(
    DeskLedger documents, DeskCommits commits, MarketMoments moments, Switching switching, Tokens tokens, DeskReplies replies)
{
    public async Task ModeAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        switch (argument.ToLowerInvariant())
        {
            case "monitor":
                if (await switching.ApplyAsync(
                    update, current => current with { Mode = TradingMode.Monitor }, () => new LedgerBatch(), cancellationToken).ConfigureAwait(false) is null)
                {
                    await replies.ReplyAsync(update, $"Not switched: mode is still {switches.Mode}. Please try again.", cancellationToken).ConfigureAwait(false);
                }

                break;
            case "active" when switches.Mode == TradingMode.Active:
                await replies.ReplyAsync(update, "The desk is in Active mode already.", cancellationToken).ConfigureAwait(false);
                break;
            case "active":
                var preview = await switching.WouldCloseAsync(cancellationToken).ConfigureAwait(false);
                await AskAsync(update, ApprovalKind.Activate, "⚪ <b>Switch to Active?</b>\nRules that fire will close by themselves.\n" + preview, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await replies.ReplyAsync(
                    update, $"Mode is {switches.Mode}. Write /mode monitor or /mode active.", cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    public Task HaltAsync(OperatorUpdate update, CancellationToken cancellationToken) => AskAsync(
        update,
        ApprovalKind.Halt,
        "🔴 <b>Halt trading?</b>\nNo automatic order is sent until /resume: stops will not fire. Your own /close still passes.",
        cancellationToken);

    public async Task ResumeAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var preview = await switching.WouldCloseAsync(cancellationToken).ConfigureAwait(false);
        await AskAsync(update, ApprovalKind.Resume, "⚪ <b>Resume trading?</b>\nAutomatic orders are allowed again.\n" + preview, cancellationToken).ConfigureAwait(false);
    }

    private async Task AskAsync(OperatorUpdate update, ApprovalKind kind, string text, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        if (await commits.CommitAsync(Question.ByOwner(kind, null, null, tokens.Next(), moment, text), cancellationToken).ConfigureAwait(false) is null)
        {
            await replies.ReplyAsync(update, "Nothing changed: the ledger did not answer. Please try again.", cancellationToken).ConfigureAwait(false);
        }
    }
}
