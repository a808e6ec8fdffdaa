namespace ExitDesk.Simulator.Venue;

/// <summary>A position with what the broker says about it at one moment.</summary>
/// <param name="CurrentPrice">USD per share, the mid; null: no quote.</param>
/// <param name="HeldForOrders">Quantity that live orders hold, without sign.</param>
public sealed record ValuedPosition(Position Position, decimal? CurrentPrice, int HeldForOrders)
{
    /// <summary>USD, negative for short positions; null: no quote.</summary>
    public decimal? MarketValue => CurrentPrice * Position.Quantity * Position.Multiplier;

    /// <summary>USD; null: no quote.</summary>
    public decimal? UnrealizedPnl => MarketValue - Position.CostBasis;
}
