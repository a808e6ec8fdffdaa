using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>The second tap of a switch.</summary>
public sealed class SwitchButtons(Switching switching)
{
    /// <summary>The token is used up and the switch turned in one commit: a kill switch that says "confirmed" is on.</summary>
    /// <returns>The toast; null if the button is none of a switch.</returns>
    public async Task<string?> PressAsync(
        string verb, Stored<ApprovalCard> approval, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (Change(verb, approval.Value.Kind, moment) is not { } change)
        {
            return null;
        }

        var answer = $"Confirmed by {update.UserName}";
        var switches = await switching.ApplyAsync(
            update, change, () => ButtonPresses.Used(approval, null, answer, moment), cancellationToken).ConfigureAwait(false);
        return switches is null ? "Not switched. Please look at /status and use the command again." : $"{switches.Mode}, trading {switches.State}";
    }

    private static Func<DeskSwitches, DeskSwitches>? Change(string verb, ApprovalKind kind, MarketMoment moment) => (verb, kind) switch
    {
        ("activate", ApprovalKind.Activate) => switches => switches with { Mode = TradingMode.Active, ActivatedAt = moment.Now },
        ("emergency", ApprovalKind.Emergency or ApprovalKind.AccountEmergency) => static switches => switches with { Mode = TradingMode.Emergency },
        ("halt", ApprovalKind.Halt) => static switches => switches with { State = TradingState.Halted },
        ("resume", ApprovalKind.Resume) => static switches => switches with { State = TradingState.Active },
        _ => null,
    };
}
