using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Expiry;

/// <summary>What the expiry ladder says of one position at one instant. The default says: nothing of it expires today.</summary>
/// <param name="Contract">The leg that decides; null if none expires today.</param>
/// <param name="Rung">How near the deadline is.</param>
/// <param name="Action">What to do.</param>
/// <param name="Moneyness">Of the leg that decides.</param>
/// <param name="Threshold">What moneyness was compared with for the action, in the same unit, signed; null for nothing.</param>
/// <param name="Risk">Shown, not used to decide.</param>
/// <param name="ProbabilityInTheMoney">Of finishing so at the close, a fraction; null without price or volatility. Shown only.</param>
/// <param name="NearThreshold">T-2's threshold T2, a fraction above 0: at −T2 and up it closes. Zero if nothing expires today.</param>
/// <param name="DeadlineAt">The desk's deadline, UTC; meaningful only if a contract expires today.</param>
/// <param name="UntilDeadline">Exact; negative past it.</param>
public readonly record struct ExpiryAssessment(
    OptionContract? Contract,
    ExpiryRung Rung,
    ExpiryAction Action,
    Moneyness Moneyness,
    decimal? Threshold,
    ExpiryRisk Risk,
    decimal? ProbabilityInTheMoney,
    decimal NearThreshold,
    DateTimeOffset DeadlineAt,
    TimeSpan UntilDeadline)
{
    /// <summary>Nothing expires today.</summary>
    public static ExpiryAssessment NotExpiring => default;

    public bool IsExpiring => Contract is not null;

    /// <summary>True where the price is missing and the rung would need it: neither closing nor leaving alone is justified.</summary>
    public bool IsUndecided => Rung is ExpiryRung.Watch or ExpiryRung.CloseFast && Moneyness.State == MoneynessState.Unknown;

    /// <summary>How hard to press; null unless the action closes.</summary>
    public Urgency? Urgency => Action switch
    {
        ExpiryAction.Nothing or ExpiryAction.Card or ExpiryAction.NameEachCycle => null,
        ExpiryAction.CloseFast => Exits.Urgency.Fast,
        ExpiryAction.CloseImmediately or ExpiryAction.TryPastDeadline => Exits.Urgency.Immediate,
    };

    /// <summary>This assessment beside the one told before it, so that its level of risk does not flap; nothing else of it changes.</summary>
    public ExpiryAssessment After(in ExpiryAssessment before) => Contract == before.Contract ? this with { Risk = Risk.After(before.Risk) } : this;

    /// <summary>True if no audit row is due: same leg, deadline, rung, action, level, and side of the strike.</summary>
    /// <remarks>Minutes, probability and score drift with every tick; what they lead to is compared, not they.</remarks>
    public bool IsSameAs(in ExpiryAssessment other) =>
        Contract == other.Contract
        && DeadlineAt == other.DeadlineAt
        && Rung == other.Rung
        && Action == other.Action
        && Risk.Level == other.Risk.Level
        && Moneyness.State == other.Moneyness.State
        && Moneyness.CountsAsInTheMoney == other.Moneyness.CountsAsInTheMoney;
}
