using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/mode</c>, <c>/emergency</c>, <c>/halt</c>, <c>/reduce</c>, <c>/resume</c>. What lets more happen, and the kill switch, want a second tap.</summary>
public sealed class SwitchCommands(
    DeskLedger documents, DeskCommits commits, MarketMoments moments, Switching switching, SwitchPreview preview, Tokens tokens, DeskReplies replies)
{
    public async Task ModeAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        switch (argument.ToLowerInvariant())
        {
            case "monitor":
                await ApplyAsync(update, current => current with { Mode = TradingMode.Monitor }, cancellationToken).ConfigureAwait(false);
                break;
            case "active" when switches.Mode == TradingMode.Active:
                await replies.ReplyAsync(update, "The desk is in Active mode already.", cancellationToken).ConfigureAwait(false);
                break;
            case "active":
                var past = await preview.PastAsync(asksOnce: true, cancellationToken).ConfigureAwait(false);
                await AskAsync(update, ApprovalKind.Activate, "⚪ <b>Switch to Active?</b>\nRules that fire will close by themselves.\n" + past, cancellationToken).ConfigureAwait(false);
                break;
            case "emergency":
                await EmergencyAsync(update, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await replies.ReplyAsync(
                    update, $"Mode is {switches.Mode}. Write /mode monitor or /mode active, or /emergency.", cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Asks for the second tap, with all that it would close.</summary>
    public async Task EmergencyAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (switches.Mode == TradingMode.Emergency)
        {
            await replies.ReplyAsync(update, "The desk is in Emergency mode already. Back with /mode active or /mode monitor.", cancellationToken).ConfigureAwait(false);
            return;
        }

        var halted = switches.State == TradingState.Halted ? "\n⚠️ Trading is halted, and that is stronger: nothing is closed until /resume." : "";
        await AskAsync(
            update,
            ApprovalKind.Emergency,
            "🔴 <b>Close everything?</b>\n" + await preview.EverythingAsync(cancellationToken).ConfigureAwait(false) + halted,
            cancellationToken).ConfigureAwait(false);
    }

    public Task HaltAsync(OperatorUpdate update, CancellationToken cancellationToken) => AskAsync(
        update,
        ApprovalKind.Halt,
        "🔴 <b>Halt trading?</b>\nNo automatic order is sent until /resume: stops will not fire. Your own /close still passes.",
        cancellationToken);

    /// <summary>Lets less happen, so at once; from Halted it would let more happen, and is refused.</summary>
    public async Task ReduceAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (switches.State != TradingState.Active)
        {
            await replies.ReplyAsync(
                update,
                switches.State == TradingState.Halted
                    ? "Trading is halted: nothing is opened, and nothing closes by itself. /resume first, then /reduce."
                    : "Only closes are allowed already. /resume allows new positions again.",
                cancellationToken).ConfigureAwait(false);
            return;
        }

        await ApplyAsync(
            update, current => current.State == TradingState.Active ? current with { State = TradingState.Reducing } : current, cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var past = await preview.PastAsync(asksOnce: false, cancellationToken).ConfigureAwait(false);
        await AskAsync(update, ApprovalKind.Resume, "⚪ <b>Resume trading?</b>\nAutomatic orders are allowed again.\n" + past, cancellationToken).ConfigureAwait(false);
    }

    private async Task ApplyAsync(OperatorUpdate update, Func<DeskSwitches, DeskSwitches> change, CancellationToken cancellationToken)
    {
        if (await switching.ApplyAsync(update, change, () => new LedgerBatch(), cancellationToken).ConfigureAwait(false) is null)
        {
            var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
            await replies.ReplyAsync(
                update, $"Not switched: still {switches.Mode} mode, trading {switches.State}. Please try again.", cancellationToken).ConfigureAwait(false);
        }
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
