namespace ExitDesk.Domain.Account;

/// <summary>The rules of the whole account. All off unless a plan gives a limit.</summary>
public sealed record AccountPlan
{
    public static AccountPlan Off { get; } = new();

    /// <summary>USD that equity may be below the session's start, deposits and withdrawals excluded.</summary>
    public AccountLimit MaximumDailyLoss { get; init; } = new();

    /// <summary>Fraction of the highest equity so far that may be lost, deposits and withdrawals excluded.</summary>
    public AccountLimit LossFromPeak { get; init; } = new();

    /// <summary>USD of stock that would change hands if all that expires today were exercised.</summary>
    public AccountLimit NotionalExpiringToday { get; init; } = new();

    /// <summary>How long the question before an automatic Emergency waits for its answer; above 0.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);
}
