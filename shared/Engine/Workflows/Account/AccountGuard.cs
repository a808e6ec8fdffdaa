using ExitDesk.Domain.Account;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Account;

/// <summary>Watches the rules of the whole account: alerts, stops entries, or asks for mode Emergency. Each once a day; off by default.</summary>
public sealed class AccountGuard(
    AccountBooks books, DeskLedger documents, DeskCommits commits, Switching switching, SwitchPreview preview, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>The account is read no more often: three evaluations in a row are three minutes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const string Name = "an account rule";

    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private IReadOnlyList<AccountFinding> _earlier = [];

    /// <summary>Judges the account, if that is due.</summary>
    /// <param name="view">The sweep's.</param>
    /// <param name="switches">What may be done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WatchAsync(MarketView view, DeskSwitches switches, CancellationToken cancellationToken)
    {
        var (plan, moment) = (plans.Account, view.Moment);
        if (!IsOn(plan) || moment.Now - _last < Interval)
        {
            return;
        }

        // A gap ends what was in a row: so does a night.
        var earlier = moment.Now - _last < Interval * 3 ? _earlier : [];
        (_last, _earlier) = (moment.Now, []);
        if (await books.ReadAsync(moment, cancellationToken).ConfigureAwait(false) is not { } reading)
        {
            return;
        }

        _earlier = AccountRules.Evaluate(reading.Facts, plan, earlier);
        var (book, version) = await KeepAsync(reading, cancellationToken).ConfigureAwait(false);
        if (version is null)
        {
            return;
        }

        if (book.Token is { } token)
        {
            await FollowAsync(token, book, version, switches, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (_earlier.FirstOrDefault(finding => finding.Demand is not null && !book.Told.Contains(Key(finding))) is { } finding)
        {
            await ActAsync(finding, book, version, plan, switches, moment, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsOn(AccountPlan plan) =>
        plan.MaximumDailyLoss.Limit is not null || plan.LossFromPeak.Limit is not null || plan.NotionalExpiringToday.Limit is not null;

    private static string Key(AccountFinding finding) => $"{finding.Rule}:{finding.Demand}";

    private async Task<(AccountBook Book, string? Version)> KeepAsync(AccountReading reading, CancellationToken cancellationToken)
    {
        var stored = reading.Version is null ? null : await documents.FindAsync<AccountBook>(LedgerKeys.AccountBook, cancellationToken).ConfigureAwait(false);
        if (stored is not null && LedgerJson.Write(stored.Value) == LedgerJson.Write(reading.Book))
        {
            return (reading.Book, stored.Version);
        }

        var batch = new LedgerBatch();
        _ = reading.Version is { } version
            ? batch.Replace(LedgerKeys.AccountBook, reading.Book, version)
            : batch.Insert(LedgerKeys.AccountBook, reading.Book);
        var versions = await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return (reading.Book, versions?[LedgerKeys.AccountBook]);
    }

    // An Emergency takes entries with it; in Monitor and Halted nothing automatic is sent, so there the owner is only told.
    private async Task ActAsync(
        AccountFinding finding, AccountBook book, string version, AccountPlan plan, DeskSwitches switches, MarketMoment moment, CancellationToken cancellationToken)
    {
        var told = book with { Told = [.. book.Told, Key(finding)] };
        switch (finding.Demand)
        {
            case AccountAction.Emergency when switches.AllowsAutomaticOrders && switches.Mode != TradingMode.Emergency:
                await AskAsync(finding, told, version, plan, moment, cancellationToken).ConfigureAwait(false);
                break;
            case AccountAction.StopEntries when switches.State == TradingState.Active:
                await switching.ApplyAsync(
                    EventId(finding, moment), Name,
                    static current => current.State == TradingState.Active ? current with { State = TradingState.Reducing } : current,
                    () => Told(finding, told, version, "Nothing new is opened until /resume; exits go on.", moment),
                    cancellationToken).ConfigureAwait(false);
                break;
            default:
                await commits.CommitAsync(
                    Told(finding, told, version, "If you do nothing: nothing follows from it by itself.", moment), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static string EventId(AccountFinding finding, MarketMoment moment) => $"account:{moment.Session!.Date:yyyyMMdd}:{Key(finding)}";

    private static LedgerBatch Told(AccountFinding finding, AccountBook told, string version, string consequence, MarketMoment moment)
    {
        var id = $"{EventId(finding, moment)}:told";
        return new LedgerBatch()
            .Replace(LedgerKeys.AccountBook, told, version)
            .Post(new OutboxEntry(id, moment.Now) { Notice = new Notice(AccountText.Alert(finding, consequence, moment.Now)) })
            .Post(Audit.Entry(id, moment.Now, "account", "account-limit", Name, AccountText.Of(finding)));
    }

    private async Task AskAsync(
        AccountFinding finding, AccountBook told, string version, AccountPlan plan, MarketMoment moment, CancellationToken cancellationToken)
    {
        var approval = new ApprovalCard(
            tokens.Next(), ApprovalKind.AccountEmergency, null, null, null, null, null, moment.Now, moment.Session!.CloseAt, ApprovalStatus.Open)
        {
            ActsAt = moment.Now + plan.Patience,
        };
        var everything = await preview.EverythingAsync(cancellationToken).ConfigureAwait(false);
        await commits.CommitAsync(
            new LedgerBatch()
                .Replace(LedgerKeys.AccountBook, told with { Token = approval.Token, AsksFor = finding.Rule }, version)
                .Insert(LedgerKeys.Approval(approval.Token), approval)
                .Post(Question.CardEntry(approval, AccountText.Ask(finding, approval, everything), moment))
                .Post(Audit.Entry($"asked:{approval.Token}", moment.Now, "account", "asked", Name, AccountText.Of(finding))),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task FollowAsync(
        string token, AccountBook book, string version, DeskSwitches switches, MarketMoment moment, CancellationToken cancellationToken)
    {
        var closed = book with { Token = null, AsksFor = null };
        var asked = await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false);
        if (asked is not { Value.Status: ApprovalStatus.Open })
        {
            await commits.CommitAsync(new LedgerBatch().Replace(LedgerKeys.AccountBook, closed, version), cancellationToken).ConfigureAwait(false);
            return;
        }

        var finding = _earlier.FirstOrDefault(one => one.Rule == book.AsksFor);
        if (moment.Now < asked.Value.ActsAt || finding?.IsUndecided == true)
        {
            return;
        }

        LedgerBatch Over(ApprovalStatus status, string answer) => Question.Over(asked, null, status, answer, moment).Replace(LedgerKeys.AccountBook, closed, version);
        if (finding?.Demand is null || !switches.AllowsAutomaticOrders)
        {
            var answer = finding?.Demand is null ? "No longer: the limit is not passed any more" : "Not done by itself: no automatic orders are allowed now";
            await commits.CommitAsync(Over(ApprovalStatus.Overtaken, answer), cancellationToken).ConfigureAwait(false);
            return;
        }

        await switching.ApplyAsync(
            $"account:{token}", Name, static current => current with { Mode = TradingMode.Emergency },
            () => Over(ApprovalStatus.Lapsed, "Nobody answered in time: mode Emergency"), cancellationToken).ConfigureAwait(false);
    }
}
