using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Everything the broker knows; guarded by the venue's lock.</summary>
internal sealed class VenueState
{
    public VenueState(IMarket market, FaultPlan faults, VenueOptions options)
    {
        Market = market;
        Faults = faults;
        Options = options;
        Sessions = new SessionCalendar(market.Days);
        Contracts = market.Contracts.ToDictionary(contract => contract.Symbol, StringComparer.Ordinal);
        Stocks = market.Underlyings.ToHashSet(StringComparer.Ordinal);
        Ids = new VenueIds(options.Seed);
        Activities = new ActivityLog(Ids);
        Cash = options.Cash;
    }

    public IMarket Market { get; }

    public FaultPlan Faults { get; }

    public VenueOptions Options { get; }

    public SessionCalendar Sessions { get; }

    public IReadOnlyDictionary<string, ListedContract> Contracts { get; }

    public IReadOnlySet<string> Stocks { get; }

    public VenueIds Ids { get; }

    public Agenda Agenda { get; } = new();

    public PositionBook Positions { get; } = new();

    public OrderBook Orders { get; } = new();

    public ActivityLog Activities { get; }

    public InvariantWatch Watch { get; } = new();

    /// <summary>Accepted orders not yet announced to listeners.</summary>
    public Queue<AcceptedOrder> Accepted { get; } = new();

    /// <summary>USD; negative after an assignment that the account could not pay for.</summary>
    public decimal Cash { get; set; }

    public MarketQuote? Quote(string symbol, DateTimeOffset at) =>
        Contracts.ContainsKey(symbol) ? Market.OptionQuote(symbol, at) : Market.StockQuote(symbol, at);

    public HeldQuantity Held(string symbol) => Orders.Held(symbol, Positions.Quantity(symbol));
}
