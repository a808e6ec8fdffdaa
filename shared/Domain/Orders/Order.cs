namespace ExitDesk.Domain.Orders;

/// <summary>One order as the broker tells it.</summary>
/// <param name="Id">The broker's id.</param>
/// <param name="ClientOrderId">The id its sender gave it; close-position orders get one from the broker.</param>
/// <param name="Symbol">Empty for multi-leg parents.</param>
/// <param name="Side">Of a multi-leg parent: sell for a net credit, else buy.</param>
/// <param name="Quantity">Contracts, shares or units of several legs, above 0; 0 for an order by dollars, whose quantity is not known.</param>
/// <param name="FilledQuantity">Never above the quantity; orders that were cancelled or expired can carry fills.</param>
/// <param name="FilledAveragePrice">USD per share; null while nothing filled.</param>
/// <param name="Status">Unknown if the broker's text is not known.</param>
/// <param name="StatusText">The broker's own word.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="FilledAt">When the last of it filled; null until then.</param>
public sealed record Order(
    string Id,
    string ClientOrderId,
    string Symbol,
    OrderSide Side,
    decimal Quantity,
    decimal FilledQuantity,
    decimal? FilledAveragePrice,
    OrderStatus Status,
    string StatusText,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FilledAt)
{
    /// <summary>Unknown if the broker's text is not known.</summary>
    public OrderType Type { get; init; }

    /// <summary>USD per share, signed net of several legs: debit positive, credit negative; null without a limit.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>USD per share; null without a stop.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>Null if the broker did not say, as for multi-leg parents.</summary>
    public PositionIntent? Intent { get; init; }

    /// <summary>Unknown if the broker's text is not known.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>The broker's word, for instance <c>simple</c>, <c>bracket</c> or <c>mleg</c>; empty if it did not say.</summary>
    public string OrderClass { get; init; } = "";

    /// <summary>Legs of a multi-leg order; empty for all others.</summary>
    public IReadOnlyList<LegReport> Legs { get; init; } = [];

    /// <summary>True if it may still fill. An order that is filled to the last is done, whatever its status says.</summary>
    public bool IsWorking => !Status.IsFinal() && (FilledQuantity < Quantity || Quantity == 0);

    /// <summary>What may still fill; 0 once final.</summary>
    public decimal RemainingQuantity => IsWorking ? Quantity - FilledQuantity : 0;
}
