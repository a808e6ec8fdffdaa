namespace ExitDesk.Domain.Orders;

/// <summary>One order as the broker tells it.</summary>
/// <param name="Id">The broker's id.</param>
/// <param name="ClientOrderId">The id its sender gave it; close-position orders get one from the broker.</param>
/// <param name="Symbol">Empty for multi-leg parents.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">Contracts or shares, above 0.</param>
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
    /// <summary>True if it may still fill. An order that is filled to the last is done, whatever its status says.</summary>
    public bool IsWorking => !Status.IsFinal() && (FilledQuantity < Quantity || Quantity == 0);

    /// <summary>What may still fill; 0 once final.</summary>
    public decimal RemainingQuantity => IsWorking ? Quantity - FilledQuantity : 0;
}
