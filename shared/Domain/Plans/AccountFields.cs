using ExitDesk.Domain.Account;

namespace ExitDesk.Domain.Plans;

/// <summary>Every value of the account's rules.</summary>
public static class AccountFields
{
    public static IReadOnlyList<PlanField<AccountPlan>> All { get; } =
    [
        .. Limit("maximumDailyLoss", 1_000_000_000, "USD that equity may fall below the session's start, deposits and withdrawals excluded; null is off.", plan => plan.MaximumDailyLoss, (plan, value) => plan with { MaximumDailyLoss = value }),
        .. Limit("lossFromPeak", 1, "Fraction of the highest equity so far that may be lost, deposits and withdrawals excluded; null is off.", plan => plan.LossFromPeak, (plan, value) => plan with { LossFromPeak = value }),
        .. Limit("notionalExpiringToday", 1_000_000_000_000, "USD of stock that would change hands if all that expires today were exercised; null is off.", plan => plan.NotionalExpiringToday, (plan, value) => plan with { NotionalExpiringToday = value }),
        new("patience", new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromHours(6)), "How long the question before an automatic Emergency waits for an answer.", plan => plan.Patience, (plan, value) => plan with { Patience = (TimeSpan)value! }),
    ];

    private static PlanField<AccountPlan>[] Limit(
        string rule, decimal maximum, string description, Func<AccountPlan, AccountLimit> read, Func<AccountPlan, AccountLimit, AccountPlan> write) =>
    [
        new(
            $"{rule}.limit",
            new NumberShape(0, maximum) { IsAboveMinimum = true, IsFraction = maximum == 1, IsOptional = true },
            description,
            plan => read(plan).Limit,
            (plan, value) => write(plan, read(plan) with { Limit = (decimal?)value })),
        new(
            $"{rule}.action",
            ChoiceShape.Of<AccountAction>(),
            "alert tells the owner; stopEntries also opens nothing new; emergency also asks to close everything, and does so if nobody answers.",
            plan => read(plan).Action,
            (plan, value) => write(plan, read(plan) with { Action = (AccountAction)value! })),
    ];
}
