using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>How loud the owner must be told of an assessment. Pure.</summary>
public static class ExpiryAlarms
{
    /// <summary>From the assessment, whether the desk may act on it, and what the broker still takes.</summary>
    /// <param name="assessment">Of a position that expires today.</param>
    /// <param name="isBlocked">True if mode, state or management keep the desk from closing it.</param>
    /// <param name="deadline">Of the contract that decides.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="settings">When liquidation starts.</param>
    public static ExpiryAlarm Of(
        in ExpiryAssessment assessment, bool isBlocked, ExpiryDeadline deadline, DateTimeOffset now, ExpirySettings settings) => assessment.Action switch
        {
            ExpiryAction.Nothing => ExpiryAlarm.None,
            ExpiryAction.Card or ExpiryAction.NameEachCycle =>
                isBlocked && assessment.Moneyness.CountsAsInTheMoney ? ExpiryAlarm.InTheMoney : ExpiryAlarm.Card,

            // Where the ladder may act, the closing has a card of its own.
            ExpiryAction.CloseFast => isBlocked ? ExpiryAlarm.WouldClose : ExpiryAlarm.None,
            ExpiryAction.CloseImmediately => isBlocked ? ExpiryAlarm.WouldCloseNow : ExpiryAlarm.None,
            ExpiryAction.TryPastDeadline =>
                now >= deadline.LiquidationAt(settings) ? ExpiryAlarm.Liquidating
                : now >= deadline.CutOffAt ? ExpiryAlarm.PastCutOff
                : ExpiryAlarm.PastDeadline,
        };

    /// <summary>Why the desk may not close a position by itself, in words; null if it may.</summary>
    public static string? Block(Position position, DeskSwitches switches) =>
        switches.State == TradingState.Halted ? "trading is halted"
        : switches.Mode == TradingMode.Monitor ? "the desk is in Monitor mode"
        : position.Management != Management.Managed ? "this position is watched only"
        : null;
}
