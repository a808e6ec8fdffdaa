using System.Globalization;
using ExitDesk.Domain.Account;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens nothing while a rule of the account says so.</summary>
public static class AccountRulesGate
{
    public const string Name = "account rules";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts.AccountFindings is not { } findings)
        {
            return GateFinding.CannotTell(Name, "the account's rules");
        }

        var evidence = string.Join(", ", findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Rule} {finding.Value?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} of {finding.Limit}")));
        return findings.Any(finding => finding.Demand >= AccountAction.StopEntries) ? GateFinding.Refused(Name, "a rule of the account stops entries", evidence)
            : findings.Any(finding => finding is { IsUndecided: true, Action: >= AccountAction.StopEntries }) ? GateFinding.CannotTell(Name, "what a rule of the account is about")
            : GateFinding.Passed(Name, "no rule of the account stops entries", evidence);
    }
}
