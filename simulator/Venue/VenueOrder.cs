using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>One order at one moment; immutable. Instants are market time, UTC; null: did not happen.</summary>
/// <remarks>
/// A multi-leg order is one order with an empty symbol, whose quantities are units and whose prices are the signed net of a unit,
/// and one order for each leg, whose quantities are contracts. They fill, end and are cancelled together.
/// </remarks>
public sealed record VenueOrder
{
    public required Guid Id { get; init; }

    public required string ClientOrderId { get; init; }

    public required string Symbol { get; init; }

    /// <summary>Null: an order in a stock.</summary>
    public ListedContract? Contract { get; init; }

    /// <summary>Without meaning for a multi-leg order: its legs have sides.</summary>
    public required OrderSide Side { get; init; }

    public required OrderKind Kind { get; init; }

    /// <summary>USD per share, of a multi-leg order positive for a debit and negative for a credit; null for market orders.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>USD per share at which a stop order awakes; null for the other kinds.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>Contracts or shares asked for, positive.</summary>
    public required int Quantity { get; init; }

    public int FilledQuantity { get; init; }

    /// <summary>Σ price × quantity over the fills, USD per share of the underlying.</summary>
    public decimal FilledValue { get; init; }

    /// <summary>Without meaning for a multi-leg order: its legs have intents.</summary>
    public required PositionIntent Intent { get; init; }

    public required OrderStatus Status { get; init; }

    public required OrderOrigin Origin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>First instant at which it can fill; null: it never will, since a rejection is on its way.</summary>
    public DateTimeOffset? WorksFrom { get; init; }

    /// <summary>USD per share set aside while it works; zero for sells.</summary>
    public decimal ReservedPrice { get; init; }

    /// <summary>Fills a third at a time, at most the displayed size.</summary>
    public bool FillsInParts { get; init; }

    public DateTimeOffset? FilledAt { get; init; }

    public DateTimeOffset? CanceledAt { get; init; }

    public DateTimeOffset? ExpiredAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public DateTimeOffset? ReplacedAt { get; init; }

    public Guid? Replaces { get; init; }

    public Guid? ReplacedBy { get; init; }

    /// <summary>The multi-leg order whose leg this is; null: an order of its own.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Contracts in each unit of the parent; 1 for an order of its own.</summary>
    public int Ratio { get; init; } = 1;

    /// <summary>Orders of the legs, in the order asked for; empty: not a multi-leg order.</summary>
    public IReadOnlyList<Guid> Legs { get; init; } = [];

    /// <summary>Shares that one contract of each leg delivers; 1 for all but multi-leg orders.</summary>
    public int PackageMultiplier { get; init; } = 1;

    public bool IsMultiLeg => Legs.Count > 0;

    public bool IsLeg => Parent is not null;

    public int Remaining => Quantity - FilledQuantity;

    public bool IsLive => Status.IsLive();

    /// <summary>Whether it reduces a position; a multi-leg order by itself does not, its legs may.</summary>
    public bool Closes => !IsMultiLeg && Intent.Closes();

    /// <summary>Contracts that an order or a leg trades with each unit: positive bought, negative sold.</summary>
    public int SignedRatio => Side == OrderSide.Buy ? Ratio : -Ratio;

    /// <summary>Shares per unit: 1 for stock.</summary>
    public int Multiplier => Contract?.Multiplier ?? PackageMultiplier;

    /// <summary>USD per share, to six decimals; null before the first fill.</summary>
    public decimal? AverageFillPrice => FilledQuantity == 0 ? null : Math.Round(FilledValue / FilledQuantity, 6);
}
