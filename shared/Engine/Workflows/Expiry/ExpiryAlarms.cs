using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>How loud the owner must be told of an assessment. Pure.</summary>
public static class ExpiryAlarms
{
    /// <summary>An alarm sounds once a minute; the sweep's timer may be a little early.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromSeconds(55);

    /// <summary>Whether the owner is to hear of it now: louder than ever before at once, else an alarm that was not heard for a minute.</summary>
    /// <remarks>So one that falls and returns sounds at once too, unless it was heard just now: what flaps does not ring all the time.</remarks>
    /// <param name="alarm">How loud it is now.</param>
    /// <param name="watch">What was heard of it; null for nothing.</param>
    /// <param name="now">The broker's clock.</param>
    public static bool Sounds(ExpiryAlarm alarm, ExpiryWatch? watch, DateTimeOffset now) =>
        alarm > (watch?.Alarm ?? ExpiryAlarm.None)
        || (alarm > ExpiryAlarm.Card && (watch?.SoundedAt is not { } at || now - at >= Repeat));

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
