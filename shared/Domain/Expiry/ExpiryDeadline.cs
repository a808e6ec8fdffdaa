using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Expiry;

/// <summary>The last safe exit of a position today.</summary>
/// <param name="At">The desk's deadline, UTC; never after the close.</param>
/// <param name="CutOffAt">When the broker stops taking orders, UTC: the close unless the contract expires today.</param>
/// <param name="CloseAt">The session's close, UTC.</param>
/// <param name="IsExpiring">True if the contract expires today.</param>
public readonly record struct ExpiryDeadline(DateTimeOffset At, DateTimeOffset CutOffAt, DateTimeOffset CloseAt, bool IsExpiring)
{
    /// <summary>Of one contract on one day.</summary>
    /// <param name="contract">Null for stock.</param>
    /// <param name="session">Today's; its close moves everything.</param>
    /// <param name="settings">Distances from the close.</param>
    public static ExpiryDeadline Of(OptionContract? contract, Session session, ExpirySettings settings)
    {
        if (contract is null || contract.Expiration != session.Date)
        {
            return new(session.CloseAt, session.CloseAt, session.CloseAt, false);
        }

        var before = settings.BroadBasedEtfs.Contains(contract.Underlying) ? settings.EtfCutOffBeforeClose : settings.CutOffBeforeClose;
        var cutOffAt = session.CloseAt - before;
        return new(cutOffAt - settings.Margin, cutOffAt, session.CloseAt, true);
    }

    /// <summary>When the broker starts to liquidate, UTC; null unless the contract expires today.</summary>
    public DateTimeOffset? LiquidationAt(ExpirySettings settings) => IsExpiring ? CutOffAt + settings.LiquidationAfterCutOff : null;

    /// <summary>Exact time left; negative past the deadline.</summary>
    public TimeSpan Until(DateTimeOffset now) => At - now;
}
