using ExitDesk.Domain.Account;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Account;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Reads everything that gates judge an entry on. What cannot be read is null, and then nothing is opened.</summary>
public sealed class EntryReads(IEntryBroker broker, IMarketData market, DeskLedger documents, AccountBooks accounts, ExitPlanBook plans)
{
    /// <summary>Calls to the broker that one reading takes at most, contracts that were not asked for today among them.</summary>
    public const int Calls = 8;

    public async Task<EntryFacts> FactsAsync(PositionEntry entry, MarketMoment moment, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var unreadable = new List<string>();
        var positions = await documents.ReadablePositionsAsync(unreadable, cancellationToken).ConfigureAwait(false);
        var entries = await documents.ReadableEntriesAsync(unreadable, cancellationToken).ConfigureAwait(false);
        var isComplete = unreadable.Count == 0;
        var facts = new EntryFacts(moment)
        {
            NewYorkTime = NewYork.TimeOf(moment.Now),
            NewYorkDay = NewYork.DateOf(moment.Now),
            Mode = switches.Mode,
            State = switches.State,
            Positions = isComplete ? [.. positions.Select(stored => stored.Value).Where(position => position.Status.IsLive())] : null,
            Entries = isComplete ? [.. entries.Select(stored => stored.Value).Where(other => Counts(other, moment))] : null,
            LossRun = isComplete ? LossRun.Of(positions.Select(stored => stored.Value)) : null,
            AccountFindings = await FindingsAsync(moment, cancellationToken).ConfigureAwait(false),
            ApprovedPrice = entry.ApprovedPrice,
        };
        return await WithBrokerAsync(facts, entry.Recommendation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entry's order, by the broker's id or by ours, and where a call is sold the shares that would cover it.</summary>
    public async Task<BrokerRead<EntryLook>> LookAsync(PositionEntry entry, MarketMoment moment, CancellationToken cancellationToken)
    {
        var attempt = entry.Attempt!;
        if (attempt.OrderId is { } id)
        {
            var order = await broker.GetOrderAsync(id, cancellationToken).ConfigureAwait(false);
            return order.Succeeded
                ? BrokerRead<EntryLook>.Of(await WithSharesAsync(new EntryLook(moment.Now, order.Value), entry, cancellationToken).ConfigureAwait(false))
                : BrokerRead<EntryLook>.Failed($"order {id}: {order.Failure}");
        }

        var found = await broker.GetOrderByClientIdAsync(attempt.Ticket.ClientOrderId, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? BrokerRead<EntryLook>.Of(await WithSharesAsync(new EntryLook(moment.Now, found.Value.Order), entry, cancellationToken).ConfigureAwait(false))
            : BrokerRead<EntryLook>.Failed($"order {attempt.Ticket.ClientOrderId}: {found.Failure}");
    }

    private async Task<EntryLook> WithSharesAsync(EntryLook look, PositionEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Recommendation.Action != EntryAction.SellCall || entry.Verdict?.Offer is not { } offer)
        {
            return look;
        }

        var unreadable = new List<string>();
        var positions = await documents.ReadablePositionsAsync(unreadable, cancellationToken).ConfigureAwait(false);
        var orders = await broker.GetOpenOrdersAsync(cancellationToken).ConfigureAwait(false);
        var holdings = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        return look with
        {
            FreeShares = CoveringShares.Free(
                entry.Recommendation.Underlying, offer.Multiplier, holdings.Value, orders.Value,
                unreadable.Count == 0 ? [.. positions.Select(stored => stored.Value).Where(position => position.Status.IsLive())] : null,
                entry.Attempt!.Ticket.ClientOrderId),
        };
    }

    // One that ended is of its day by when it came and by when it ended: both may count.
    private static bool Counts(PositionEntry entry, MarketMoment moment) => entry.End is null
        || NewYork.DateOf(entry.ReceivedAt) == NewYork.DateOf(moment.Now)
        || (entry.EndedAt is { } at && NewYork.DateOf(at) == NewYork.DateOf(moment.Now));

    private async Task<EntryFacts> WithBrokerAsync(EntryFacts facts, Recommendation wanted, CancellationToken cancellationToken)
    {
        var account = await market.GetAccountAsync(cancellationToken).ConfigureAwait(false);
        var orders = await broker.GetOpenOrdersAsync(cancellationToken).ConfigureAwait(false);
        var holdings = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        return facts with
        {
            OptionsLevel = account.Value?.OptionsLevel,
            BuyingPower = account.Value?.BuyingPower,
            OptionsBuyingPower = account.Value?.OptionsBuyingPower,
            MayTrade = account.Value?.MayTrade,
            MayShort = account.Value?.MayShort,
            OpenOrders = orders.Value,
            Holdings = holdings.Value,
            Terms = await TermsAsync(wanted, cancellationToken).ConfigureAwait(false),
            Quotes = await QuotesAsync(wanted, cancellationToken).ConfigureAwait(false),
        };
    }

    // An account without rules of its own is not asked for its history.
    private async Task<IReadOnlyList<AccountFinding>?> FindingsAsync(MarketMoment moment, CancellationToken cancellationToken)
    {
        if (plans.Account == AccountPlan.Off)
        {
            return [];
        }

        return moment.Session is null || await accounts.ReadAsync(moment, cancellationToken).ConfigureAwait(false) is not { } reading
            ? null
            : AccountRules.Evaluate(reading.Facts, plans.Account, []);
    }

    private async Task<IReadOnlyDictionary<string, ContractTerms>?> TermsAsync(Recommendation wanted, CancellationToken cancellationToken)
    {
        var symbols = OptionsOf(wanted);
        var read = symbols.Count == 0
            ? new Dictionary<string, BrokerRead<ContractTerms>>()
            : await market.GetContractsAsync(symbols, cancellationToken).ConfigureAwait(false);
        return read.Values.All(terms => terms.Succeeded) ? read.ToDictionary(terms => terms.Key, terms => terms.Value.Value!) : null;
    }

    private async Task<IReadOnlyDictionary<string, Quote>?> QuotesAsync(Recommendation wanted, CancellationToken cancellationToken)
    {
        if (OptionsOf(wanted) is { Count: > 0 } options)
        {
            return (await market.GetOptionQuotesAsync(options, cancellationToken).ConfigureAwait(false)).Value;
        }

        var stocks = await market.GetStockPricesAsync([.. wanted.Legs.Select(leg => leg.Symbol)], cancellationToken).ConfigureAwait(false);
        return stocks.Value?.Where(price => price.Value.Quote is not null).ToDictionary(price => price.Key, price => price.Value.Quote!);
    }

    private static IReadOnlyList<string> OptionsOf(Recommendation wanted) =>
        [.. wanted.Legs.Select(leg => leg.Symbol).Where(symbol => OccSymbol.TryParse(symbol, out _, out _))];
}
