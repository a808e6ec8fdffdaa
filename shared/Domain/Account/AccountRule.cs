namespace ExitDesk.Domain.Account;

/// <summary>A rule of the whole account.</summary>
public enum AccountRule
{
    MaximumDailyLoss,
    LossFromPeak,
    NotionalExpiringToday,
}
