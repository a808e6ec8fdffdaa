using ExitDesk.Domain.Account;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Entries;

/// <summary>An account in which every sample recommendation passes under <see cref="Wide"/>, at noon.</summary>
internal static class SampleEntryFacts
{
    public static readonly DateTimeOffset Noon = SampleSession.Noon;

    /// <summary>Everything is allowed, and nothing needs approval.</summary>
    public static EntrySettings Wide { get; } = EntrySettings.Default with
    {
        AllowedActions = EntryActions.All,
        Approvals = EntryActions.All.ToDictionary(action => action, _ => EntryApproval.Act),
        AllowsShortStock = true,
        MaximumRiskPerTrade = null,
        MaximumRiskPerDay = null,
    };

    /// <summary>Options 2.40 / 2.50 at the nearer strike and 1.20 / 1.30 at the farther, stock 99.99 / 100.01, 200 shares held elsewhere.</summary>
    public static EntryFacts At(DateTimeOffset now) => new(SampleSession.At(now))
    {
        NewYorkTime = new TimeOnly(12, 0).Add(now - Noon),
        NewYorkDay = SampleSession.Day,
        Mode = TradingMode.Active,
        State = TradingState.Active,
        OptionsLevel = 3,
        BuyingPower = 100_000,
        OptionsBuyingPower = 50_000,
        MayTrade = true,
        MayShort = true,
        Holdings = [],
        OpenOrders = [],
        Positions = [],
        Entries = [],
        Quotes = new Dictionary<string, Quote>
        {
            [SampleRecommendations.Call] = new(2.40m, 2.50m, now),
            [SampleRecommendations.Put] = new(2.40m, 2.50m, now),
            [SampleRecommendations.HighCall] = new(1.20m, 1.30m, now),
            [SampleRecommendations.LowPut] = new(1.20m, 1.30m, now),
            ["XYZ"] = new(99.99m, 100.01m, now),
        },
        Terms = new[] { SampleRecommendations.Call, SampleRecommendations.Put, SampleRecommendations.HighCall, SampleRecommendations.LowPut }
            .ToDictionary(symbol => symbol, symbol => new ContractTerms(symbol, "XYZ", "XYZ", 100, "active", false)),
        AccountFindings = [],
        LossRun = LossRun.None,
    };

    public static EntryFacts AtNoon => At(Noon);

    /// <summary>With shares to cover the sample's two calls, where it is a call that is sold.</summary>
    public static EntryFacts For(Recommendation recommendation) =>
        recommendation.Action == EntryAction.SellCall ? AtNoon.Holding("XYZ", 200) : AtNoon;

    public static EntryFacts Holding(this EntryFacts facts, string symbol, decimal quantity) =>
        facts with { Holdings = [.. facts.Holdings!, SamplePositions.Held(symbol, quantity)] };

    public static EntryFacts Quoted(this EntryFacts facts, string symbol, decimal? bid, decimal? ask, double age = 0) => facts with
    {
        Quotes = new Dictionary<string, Quote>(facts.Quotes!) { [symbol] = new(bid, ask, facts.Now.AddSeconds(-age)) },
    };

    public static EntryFacts Ordered(this EntryFacts facts, params Order[] orders) => facts with { OpenOrders = [.. facts.OpenOrders!, .. orders] };

    public static EntryFacts Entering(this EntryFacts facts, params PositionEntry[] entries) => facts with { Entries = [.. facts.Entries!, .. entries] };

    /// <summary>A working order of somebody.</summary>
    public static Order Order(
        string symbol, OrderSide side, decimal quantity, PositionIntent? intent = null, string client = "theirs", decimal filled = 0, OrderStatus status = OrderStatus.New) =>
        SampleClosings.Order(status, filled, quantity, id: $"id-{client}", side: side, symbol: symbol) with { ClientOrderId = client, Intent = intent };

    /// <summary>An entry that is under way and was not sent yet; of another contract and underlying than the samples, unless one is given.</summary>
    public static PositionEntry Other(string id = "sig-0", Recommendation? recommendation = null, double second = -60, EntryStatus status = EntryStatus.Working)
    {
        var wanted = (recommendation ?? SampleRecommendations.Read(
            SampleRecommendations.Json(EntryAction.BuyCall).Replace("XYZ1", "ABC1", StringComparison.Ordinal))) with
        { Id = id };
        return new PositionEntry(wanted, Noon.AddSeconds(second))
        {
            Status = status,
            Verdict = new EntryVerdict(Noon, [GateFinding.Passed("all", "", "")]) { Offer = new EntryOffer(2.50m, 100, 500, 500) },
        };
    }

    /// <summary>The same once its order is at the broker.</summary>
    public static PositionEntry Sent(this PositionEntry entry, decimal filled = 0, OrderStatus status = OrderStatus.New)
    {
        var id = EntryOrderIds.Of("sim", SampleSession.Day, entry.Id);
        var leg = entry.Recommendation.Legs[0];
        return entry with
        {
            Attempt = new EntryAttempt(entry.Offer!.Ticket(entry.Recommendation, id), Noon, AttemptOutcome.Accepted) { Offer = entry.Offer, OrderId = "id-" + id },
            Order = Order(leg.Symbol, leg.Side, entry.Recommendation.Quantity, leg.Intent, id, filled, status),
        };
    }

    public static Position Live(string symbol, PositionStatus status = PositionStatus.Open, string? strategy = null, decimal quantity = 1) =>
        new($"{symbol}-20151223-1", SamplePositions.Single(symbol, quantity: quantity), SampleSession.OpenAt, status, Management.Managed) { Strategy = strategy };

    public static AccountFinding Rule(AccountAction action, AccountAction? demand, decimal? value = 100) =>
        new(AccountRule.MaximumDailyLoss, value, 100, action, demand, 1);
}
