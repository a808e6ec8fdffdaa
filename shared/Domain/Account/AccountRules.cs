namespace ExitDesk.Domain.Account;

/// <summary>The rules of the whole account: how much may be lost, and how much may expire. Pure.</summary>
public static class AccountRules
{
    /// <summary>Nothing counts toward an Emergency before this much of the session has passed.</summary>
    public static readonly TimeSpan AfterOpen = TimeSpan.FromMinutes(5);

    /// <summary>So many evaluations in a row must fire before an Emergency is asked for.</summary>
    public const int ForEmergency = 3;

    /// <summary>Judges the account.</summary>
    /// <param name="facts">The account now.</param>
    /// <param name="plan">Its limits.</param>
    /// <param name="earlier">What the evaluation before this one found; none at a session's first.</param>
    /// <returns>One finding for each rule that is on. Emergency is never done by itself: it is asked for, and done if unanswered.</returns>
    public static IReadOnlyList<AccountFinding> Evaluate(AccountFacts facts, AccountPlan plan, IReadOnlyList<AccountFinding> earlier)
    {
        var findings = new List<AccountFinding>();
        foreach (var rule in Enum.GetValues<AccountRule>())
        {
            var (limit, value) = Of(rule, facts, plan);
            if (limit.Limit is { } most)
            {
                findings.Add(Judge(rule, value, most, limit.Action, facts.SinceOpen, earlier.FirstOrDefault(finding => finding.Rule == rule)?.InARow ?? 0));
            }
        }

        return findings;
    }

    private static (AccountLimit Limit, decimal? Value) Of(AccountRule rule, AccountFacts facts, AccountPlan plan) => rule switch
    {
        AccountRule.MaximumDailyLoss => (plan.MaximumDailyLoss, facts.DailyLoss),
        AccountRule.LossFromPeak => (plan.LossFromPeak, facts.LossFromPeak),
        AccountRule.NotionalExpiringToday => (plan.NotionalExpiringToday, facts.NotionalExpiringToday),
    };

    private static AccountFinding Judge(AccountRule rule, decimal? value, decimal limit, AccountAction action, TimeSpan? sinceOpen, int before)
    {
        if (value is null || value < limit)
        {
            return new AccountFinding(rule, value, limit, action, null, 0);
        }

        // Opening prints swing an account's equity: they may stop entries, but end nothing.
        var inARow = sinceOpen >= AfterOpen ? before + 1 : 0;
        var demand = action == AccountAction.Emergency && inARow < ForEmergency ? AccountAction.StopEntries : action;
        return new AccountFinding(rule, value, limit, action, demand, inARow);
    }
}
