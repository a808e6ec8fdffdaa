using System.Globalization;
using ExitDesk.Domain.Account;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>Words about the rules of the whole account.</summary>
public static class AccountText
{
    /// <summary>What a rule found.</summary>
    public static string Of(AccountFinding finding) => finding.Rule switch
    {
        AccountRule.MaximumDailyLoss => $"down {Dollars(finding.Value)} today, limit {Dollars(finding.Limit)}",
        AccountRule.LossFromPeak => $"{Share(finding.Value)} below its peak, limit {Share(finding.Limit)}",
        AccountRule.NotionalExpiringToday => $"{Dollars(finding.Value)} of stock expires today, limit {Dollars(finding.Limit)}",
    };

    public static Card Alert(AccountFinding finding, string consequence, DateTimeOffset now) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Account limit</b> · {NewYork.Clock(now)}",
        $"Why: {Of(finding)} (deposits and withdrawals excluded)",
        consequence));

    /// <summary>Asks for mode Emergency.</summary>
    public static Card Ask(AccountFinding finding, ApprovalCard approval, string everything) => new(
        ClosingCards.Lines(
            "🔴 <b>Emergency by an account rule?</b>",
            $"Why: {Of(finding)} (deposits and withdrawals excluded), confirmed {AccountRules.ForEmergency} times",
            everything,
            $"If you do nothing: acts by itself at {NewYork.ShortClock(approval.ActsAt!.Value, approval.AskedAt)} unless you answer, if the limit is still passed then. Back with /mode active."),
        [[new CardButton("Close everything", $"emergency:{approval.Token}"), new CardButton("Not today", $"cancel:{approval.Token}")]]);

    private static string Share(decimal? fraction) => Figures.Percent(fraction).TrimStart('+');

    private static string Dollars(decimal? money) => money is { } value ? "$" + value.ToString("#,##0.00", CultureInfo.InvariantCulture) : "–";
}
