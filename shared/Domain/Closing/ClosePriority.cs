using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Which of several closings goes first: the nearer deadline, then the higher risk, then the larger notional.</summary>
/// <param name="DeadlineAt">The last safe exit today, UTC; null, and last, if it is not known.</param>
/// <param name="Risk">Of being exercised, a fraction from 0 to 1; 0 where nothing expires today, 1 where something does and nobody knows.</param>
/// <param name="Notional">USD: strike × multiplier × contracts over all legs, entry × shares of stock.</param>
/// <param name="Id">Breaks ties, so that the order is the same each time.</param>
public readonly record struct ClosePriority(DateTimeOffset? DeadlineAt, decimal Risk, decimal Notional, string Id) : IComparable<ClosePriority>
{
    /// <summary>Of what is held.</summary>
    /// <param name="id">Of the position.</param>
    /// <param name="structure">What is closed.</param>
    /// <param name="risk">A fraction; null if it is not known, or nothing expires today.</param>
    /// <param name="session">Today's; null if it is not known.</param>
    /// <param name="settings">Distances of deadlines from the close.</param>
    public static ClosePriority Of(string id, Structure structure, decimal? risk, Session? session, ExpirySettings settings)
    {
        DateTimeOffset? deadlineAt = null;
        var isExpiring = false;
        var notional = 0m;
        foreach (var leg in structure.ClosingLegs)
        {
            notional += Math.Abs(leg.Ratio) * structure.Units * leg.Multiplier * (leg.Contract?.Strike ?? leg.EntryPrice);
            if (session is not null)
            {
                var deadline = ExpiryDeadline.Of(leg.Contract, session, settings);
                deadlineAt = deadlineAt < deadline.At ? deadlineAt : deadline.At;
                isExpiring |= deadline.IsExpiring;
            }
        }

        return new(deadlineAt, isExpiring ? risk ?? 1 : 0, notional, id);
    }

    /// <summary>Negative if this one goes first.</summary>
    public int CompareTo(ClosePriority other)
    {
        var byDeadline = (DeadlineAt ?? DateTimeOffset.MaxValue).CompareTo(other.DeadlineAt ?? DateTimeOffset.MaxValue);
        var byRisk = byDeadline != 0 ? byDeadline : other.Risk.CompareTo(Risk);
        var byNotional = byRisk != 0 ? byRisk : other.Notional.CompareTo(Notional);
        return byNotional != 0 ? byNotional : string.CompareOrdinal(Id, other.Id);
    }

    public static bool operator <(ClosePriority left, ClosePriority right) => left.CompareTo(right) < 0;

    public static bool operator >(ClosePriority left, ClosePriority right) => left.CompareTo(right) > 0;

    public static bool operator <=(ClosePriority left, ClosePriority right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ClosePriority left, ClosePriority right) => left.CompareTo(right) >= 0;
}
