namespace ExitDesk.Simulator.Venue;

/// <summary>A day order as asked for.</summary>
/// <param name="Symbol">Ticker or OCC symbol.</param>
/// <param name="Quantity">Contracts or shares, positive.</param>
/// <param name="LimitPrice">USD per share; null for market orders.</param>
/// <param name="ClientOrderId">Null: the broker makes one up.</param>
/// <param name="Intent">Null: the broker infers it.</param>
/// <param name="StopPrice">USD per share at which a stop order awakes: a sell at this bid or below, a buy at this ask or above; null for the
/// other kinds. The API takes none for options; the owner's own app does.</param>
public sealed record OrderRequest(
    string Symbol,
    int Quantity,
    OrderSide Side,
    OrderKind Kind,
    decimal? LimitPrice = null,
    string? ClientOrderId = null,
    PositionIntent? Intent = null,
    OrderOrigin Origin = OrderOrigin.Client,
    decimal? StopPrice = null);
