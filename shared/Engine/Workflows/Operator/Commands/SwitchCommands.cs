using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/mode</c>, <c>/emergency</c>, <c>/halt</c>, <c>/reduce</c>, <c>/resume</c>. What lets more happen, and the kill switch, want a second tap.</summary>
public sealed class SwitchCommands(
    DeskLedger documents, DeskCommits commits, MarketMoments moments, Switching switching, SwitchPreview preview, Tokens tokens)
{
    public async Task<CommandResult> ModeAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        switch (argument.ToLowerInvariant())
        {
            case "monitor":
                return await ApplyAsync(update, current => current with { Mode = TradingMode.Monitor }, cancellationToken).ConfigureAwait(false);
            case "active" when switches.Mode == TradingMode.Active:
                return new CommandResult("The desk is in Active mode already.");
            case "active":
                var past = await preview.PastAsync(asksOnce: true, cancellationToken).ConfigureAwait(false);
                return await AskAsync(ApprovalKind.Activate, "⚪ <b>Switch to Active?</b>\nRules that fire will close by themselves.\n" + past, cancellationToken).ConfigureAwait(false);
            case "emergency":
                return await EmergencyAsync(cancellationToken).ConfigureAwait(false);
            default:
                return new CommandResult($"Mode is {switches.Mode}. Write /mode monitor or /mode active, or /emergency.{Meant(argument)}");
        }
    }

    /// <summary>Asks for the second tap, with all that it would close.</summary>
    public async Task<CommandResult> EmergencyAsync(CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (switches.Mode == TradingMode.Emergency)
        {
            return new CommandResult("The desk is in Emergency mode already. Back with /mode active or /mode monitor.");
        }

        var halted = switches.State == TradingState.Halted ? "\n⚠️ Trading is halted, and that is stronger: nothing is closed until /resume." : "";
        return await AskAsync(
            ApprovalKind.Emergency,
            "🔴 <b>Close everything?</b>\n" + await preview.EverythingAsync(cancellationToken).ConfigureAwait(false) + halted,
            cancellationToken).ConfigureAwait(false);
    }

    public Task<CommandResult> HaltAsync(CancellationToken cancellationToken) => AskAsync(
        ApprovalKind.Halt,
        "🔴 <b>Halt trading?</b>\nNo automatic order is sent until /resume: stops will not fire. Your own /close still passes.",
        cancellationToken);

    /// <summary>Lets less happen, so at once; from Halted it would let more happen, and is refused.</summary>
    public async Task<CommandResult> ReduceAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        return switches.State switch
        {
            TradingState.Halted => new CommandResult("Trading is halted: nothing is opened, and nothing closes by itself. /resume first, then /reduce."),
            TradingState.Reducing => new CommandResult("Only closes are allowed already. /resume allows new positions again."),
            TradingState.Active => await ApplyAsync(
                update, current => current.State == TradingState.Active ? current with { State = TradingState.Reducing } : current, cancellationToken).ConfigureAwait(false),
        };
    }

    public async Task<CommandResult> ResumeAsync(CancellationToken cancellationToken)
    {
        var past = await preview.PastAsync(asksOnce: false, cancellationToken).ConfigureAwait(false);
        return await AskAsync(ApprovalKind.Resume, "⚪ <b>Resume trading?</b>\nAutomatic orders are allowed again.\n" + past, cancellationToken).ConfigureAwait(false);
    }

    private static string Meant(string argument) =>
        argument.Length > 0 && Nearest.To(argument, ["monitor", "active", "emergency"]) is { } near ? $" Did you mean /mode {near}?" : "";

    private async Task<CommandResult> ApplyAsync(OperatorUpdate update, Func<DeskSwitches, DeskSwitches> change, CancellationToken cancellationToken)
    {
        if (await switching.ApplyAsync(update, change, () => new LedgerBatch(), cancellationToken).ConfigureAwait(false) is { } after)
        {
            return CommandResult.Told(Titles.Switches(after));
        }

        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        return new CommandResult($"Not switched: still {switches.Mode} mode, trading {switches.State}. Please try again.");
    }

    private async Task<CommandResult> AskAsync(ApprovalKind kind, string text, CancellationToken cancellationToken)
    {
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        var token = tokens.Next();
        return await commits.CommitAsync(Question.ByOwner(kind, null, null, token, moment, text), cancellationToken).ConfigureAwait(false) is null
            ? new CommandResult("Nothing changed: the ledger did not answer. Please try again.")
            : CommandResult.Told($"asked for a second tap on card {CardNumber.Of(token)}");
    }
}
