using ExitDesk.Domain.Account;
using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Account;

/// <summary>Reads what the account's rules judge, and keeps its peak and its deposits.</summary>
public sealed class AccountBooks(IMarketData market, IBrokerReads broker, DeskLedger documents)
{
    /// <summary>Transfers may be told some days late: so far back they are asked for.</summary>
    public static readonly TimeSpan FlowsWithin = TimeSpan.FromDays(5);

    /// <returns>Null if account or transfers cannot be read, or the broker tells no equity: then nothing is judged.</returns>
    public async Task<AccountReading?> ReadAsync(MarketMoment moment, CancellationToken cancellationToken)
    {
        var account = await market.GetAccountAsync(cancellationToken).ConfigureAwait(false);
        var activities = await broker.GetActivitiesAsync(moment.Now - FlowsWithin, cancellationToken).ConfigureAwait(false);
        if (!account.Succeeded || !activities.Succeeded || account.Value.Equity is not { } equity)
        {
            return null;
        }

        var stored = await documents.FindAsync<AccountBook>(LedgerKeys.AccountBook, cancellationToken).ConfigureAwait(false);
        var flows = activities.Value.Where(activity => activity.Kind == ActivityKind.CashTransfer).ToList();
        var today = moment.Session!.Date;
        var book = Next(stored?.Value, equity, flows, today);
        var facts = new AccountFacts(
            equity,
            account.Value.LastEquity,
            flows.Where(flow => flow.Date == today).Sum(flow => flow.NetAmount ?? 0),
            book.PeakResult,
            book.PeakEquity,
            book.FlowsInAll,
            await NotionalAsync(today, cancellationToken).ConfigureAwait(false),
            moment.SinceOpen);
        return new AccountReading(facts, book, stored?.Version);
    }

    // What came in before the book began is in its first equity.
    private static AccountBook Next(AccountBook? known, decimal equity, IReadOnlyList<AccountActivity> flows, DateOnly today)
    {
        IReadOnlyList<string> ids = [.. flows.Select(flow => flow.Id)];
        if (known is null)
        {
            return new AccountBook(equity, equity, 0, ids, today);
        }

        var fresh = flows.Where(flow => !known.CountedFlows.Contains(flow.Id)).Sum(flow => flow.NetAmount ?? 0);
        var book = known with
        {
            FlowsInAll = known.FlowsInAll + fresh,
            CountedFlows = ids.SequenceEqual(known.CountedFlows) ? known.CountedFlows : ids,
            Day = today,
            Told = known.Day == today ? known.Told : [],
        };
        var result = equity - book.FlowsInAll;
        return result > book.PeakResult ? book with { PeakResult = result, PeakEquity = equity } : book;
    }

    private async Task<decimal> NotionalAsync(DateOnly today, CancellationToken cancellationToken) =>
        (await documents.ReadablePositionsAsync([], cancellationToken).ConfigureAwait(false))
            .Where(position => position.Value.Status.IsLive())
            .SelectMany(position => position.Value.Legs
                .Where(leg => leg.Contract?.Expiration == today)
                .Select(leg => leg.Contract!.Strike * leg.Multiplier * Math.Abs(leg.Ratio) * position.Value.Quantity))
            .Sum();
}
