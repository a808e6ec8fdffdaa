using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Names and shapes of what a recommendation may hold. <c>recommendation.schema.json</c> says the same to editors.</summary>
public static class RecommendationFields
{
    public const string Id = "recommendationId";
    public const string Action = "action";
    public const string Contract = "contract";
    public const string Symbol = "symbol";
    public const string Buy = "buy";
    public const string Sell = "sell";
    public const string Quantity = "quantity";
    public const string LimitPrice = "limitPrice";
    public const string MaximumSlippage = "maximumSlippage";
    public const string Strategy = "strategy";
    public const string ExitPlan = "exitPlan";
    public const string Notes = "notes";
    public const string ExpiresAt = "expiresAt";

    /// <summary>USD per share: no price or slippage is above it.</summary>
    public const decimal HighestPrice = 100_000;

    /// <summary>In this order they are written.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Id, Action, Contract, Symbol, Buy, Sell, Quantity, LimitPrice, MaximumSlippage, Strategy, ExitPlan, Notes, ExpiresAt];

    public static PatternShape IdShape { get; } = new("^[A-Za-z0-9._:-]{1,64}$", "an id of 1 to 64 letters, digits, dots, colons, dashes or underscores");

    public static ChoiceShape ActionShape { get; } = new([.. EntryActions.All.Select(action => (action.Word(), (object)action))]);

    public static ContractShape ContractShape { get; } = new();

    public static PatternShape SymbolShape { get; } = new("^[A-Z][A-Z0-9.]{0,9}$", "a stock's symbol in capitals, such as SPY,");

    public static CountShape QuantityShape { get; } = new(1, 10_000);

    /// <summary>Of one leg; of a vertical it may be negative too, but not 0.</summary>
    public static NumberShape PriceShape { get; } = new(0, HighestPrice) { IsAboveMinimum = true };

    public static NumberShape NetPriceShape { get; } = new(-HighestPrice, HighestPrice);

    public static NumberShape SlippageShape { get; } = new(0, HighestPrice);

    public static PatternShape StrategyShape { get; } = new("^[A-Za-z0-9._-]{1,40}$", "a strategy's name of 1 to 40 letters, digits, dots, dashes or underscores");

    public static NotesShape NotesShape { get; } = new(500);

    public static InstantShape ExpiryShape { get; } = new();

    /// <summary>What names the legs of an action.</summary>
    public static IReadOnlyList<string> LegNames(EntryAction action) => action switch
    {
        EntryAction.BuyStock or EntryAction.SellStock => [Symbol],
        EntryAction.BuyCall or EntryAction.BuyPut or EntryAction.SellPut or EntryAction.SellCall => [Contract],
        EntryAction.OpenVertical => [Buy, Sell],
    };
}
