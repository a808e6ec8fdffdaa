using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>Sums up each day's expirations once, after its close, and forgets what the guardian knew of them.</summary>
public sealed class ExpiryReview(ILedger ledger, DeskLedger documents, DeskCommits commits, UnderlyingReads stocks, ExchangeCalendar calendar)
{
    /// <summary>The session's close is there by now.</summary>
    public static readonly TimeSpan AfterClose = TimeSpan.FromMinutes(2);

    /// <summary>So long after the close prices that cannot be read are waited for; then the end counts as unknown.</summary>
    public static readonly TimeSpan PricePatience = TimeSpan.FromMinutes(15);

    // What was looked through without anything left to do: a closed market needs no read every few seconds.
    private (DateOnly Day, bool IsAfterClose)? _done;

    /// <summary>To be called while the market is closed, as often as one likes. Days that were missed are summed up late.</summary>
    /// <returns>What went wrong, one line each; the next call tries again.</returns>
    public async Task<IReadOnlyList<string>> SummarizeAsync(MarketMoment moment, CancellationToken cancellationToken)
    {
        var today = NewYork.DateOf(moment.Now);
        var isAfterClose = moment.Session is { } session && moment.Now >= session.CloseAt + AfterClose;
        if (moment.IsOpen || _done == (today, isAfterClose))
        {
            return [];
        }

        var problems = new List<string>();
        try
        {
            await SummarizeAsync(today, isAfterClose, moment, problems, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException problem)
        {
            problems.Add($"expiry summary: {problem.Message}");
        }

        _done = problems.Count == 0 ? (today, isAfterClose) : _done;
        return problems;
    }

    private async Task SummarizeAsync(DateOnly today, bool isAfterClose, MarketMoment moment, List<string> problems, CancellationToken cancellationToken)
    {
        var rows = await ledger.ListAsync(LedgerKeys.Expiries, cancellationToken).ConfigureAwait(false);
        var watches = new List<ExpiryWatch>();
        foreach (var row in rows)
        {
            if (Read(row, problems) is { } watch)
            {
                watches.Add(watch);
            }
            else
            {
                // It would be in the way for ever, and nothing can be told from it.
                await ledger.CommitAsync([new LedgerChange.Delete(row.Key, row.Version)], cancellationToken).ConfigureAwait(false);
            }
        }

        var due = watches
            .Where(watch => watch.Day < today || (watch.Day == today && isAfterClose))
            .GroupBy(watch => watch.Day)
            .OrderBy(day => day.Key);
        foreach (var day in due)
        {
            if (await documents.FindAsync<ExpirySummaryNote>(LedgerKeys.ExpirySummary(day.Key), cancellationToken).ConfigureAwait(false) is null
                && await WriteAsync(day.Key, [.. day], moment, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            await ForgetAsync([.. day], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> WriteAsync(DateOnly day, List<ExpiryWatch> watches, MarketMoment moment, CancellationToken cancellationToken)
    {
        var prices = await stocks.PricesAsync(watches.Select(static watch => watch.Last.Contract!.Symbol), cancellationToken).ConfigureAwait(false);
        if (!prices.Succeeded && moment.Session?.Date == day && moment.Now < moment.Session.CloseAt + PricePatience)
        {
            return $"expiry summary, prices: {prices.Failure}";
        }

        var session = await SessionAsync(day, moment, cancellationToken).ConfigureAwait(false);
        var closings = await documents.ClosingsAsync(cancellationToken).ConfigureAwait(false);
        var records = new List<ExpiryRecord>();
        foreach (var watch in watches)
        {
            if (await documents.PositionAsync(watch.PositionId, cancellationToken).ConfigureAwait(false) is { } position)
            {
                var own = closings.Select(closing => closing.Value).Where(closing => closing.PositionId == watch.PositionId);
                records.AddRange(ExpiryRecords.Of(watch, position.Value, [.. own], contract => Final(contract, session, prices.Value)));
            }
        }

        return await CommitAsync(ExpirySummary.Of(day, records), moment, cancellationToken).ConfigureAwait(false)
            ? null
            : "expiry summary: not written yet";
    }

    private async Task<bool> CommitAsync(ExpirySummary summary, MarketMoment moment, CancellationToken cancellationToken)
    {
        var card = ExpirySummaryCard.Of(summary);
        var id = string.Create(CultureInfo.InvariantCulture, $"expiry-summary:{summary.Day:yyyy-MM-dd}");
        var text = PlainText.Of(card.Html);
        var batch = new LedgerBatch()
            .Insert(LedgerKeys.ExpirySummary(summary.Day), new ExpirySummaryNote(summary.Day, moment.Now, text))
            .Post(Audit.Entry(id, moment.Now, "desk", "expiry-summary", "expiry guardian", text));
        if (summary.AtRisk > 0 || summary.Closed > 0 || summary.MissedQuantity > 0)
        {
            batch.Post(new OutboxEntry(id, moment.Now) { Notice = new Notice(card, CardKey: id, IsFinal: true) { Kind = NoticeKind.Statistic } });
        }

        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null;
    }

    // When a day that was missed closed, the calendar knows; without it no trade can be told from one after the close.
    private async Task<Session?> SessionAsync(DateOnly day, MarketMoment moment, CancellationToken cancellationToken) =>
        moment.Session?.Date == day
            ? moment.Session
            : (await calendar.AroundAsync(NewYork.DateOf(moment.Now), cancellationToken).ConfigureAwait(false)).Sessions.FirstOrDefault(session => session.Date == day);

    private static decimal? Final(OptionContract contract, Session? session, IReadOnlyDictionary<string, StockPrice>? prices) =>
        session is not null && prices?.GetValueOrDefault(contract.Underlying) is { } price
            ? FinalPrice.Of(session, price.Closes, price is { LastTrade: { } last, LastTradeAt: { } at } ? new LastTrade(last, at) : null)
            : null;

    private async Task ForgetAsync(List<ExpiryWatch> watches, CancellationToken cancellationToken)
    {
        foreach (var chunk in watches.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync([.. chunk.Select(watch => new LedgerChange.Delete(LedgerKeys.Expiry(watch.PositionId)))], cancellationToken).ConfigureAwait(false);
        }
    }

    private static ExpiryWatch? Read(LedgerRow row, List<string> problems)
    {
        try
        {
            return LedgerJson.Read<ExpiryWatch>(row.Key, row.Json);
        }
        catch (LedgerDocumentException problem)
        {
            problems.Add($"expiry summary: {problem.Message}");
            return null;
        }
    }
}
