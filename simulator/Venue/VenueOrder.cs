using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>One order at one moment; immutable. Instants are market time, UTC; null: did not happen.</summary>
public sealed record VenueOrder
{
    public required Guid Id { get; init; }

    public required string ClientOrderId { get; init; }

    public required string Symbol { get; init; }

    /// <summary>Null: an order in a stock.</summary>
    public ListedContract? Contract { get; init; }

    public required OrderSide Side { get; init; }

    public required OrderKind Kind { get; init; }

    /// <summary>USD per share; null for market orders.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>Contracts or shares asked for, positive.</summary>
    public required int Quantity { get; init; }

    public int FilledQuantity { get; init; }

    /// <summary>Σ price × quantity over the fills, USD per share of the underlying.</summary>
    public decimal FilledValue { get; init; }

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

    public int Remaining => Quantity - FilledQuantity;

    public bool IsLive => Status.IsLive();

    public bool Closes => Intent.Closes();

    /// <summary>Shares per unit: 1 for stock.</summary>
    public int Multiplier => Contract?.Multiplier ?? 1;

    /// <summary>USD per share, to six decimals; null before the first fill.</summary>
    public decimal? AverageFillPrice => FilledQuantity == 0 ? null : Math.Round(FilledValue / FilledQuantity, 6);
}
