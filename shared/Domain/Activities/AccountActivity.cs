using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Activities;

/// <summary>One entry of the account's history as the broker tells it.</summary>
/// <param name="Id">Unique, and ascending in time as text.</param>
/// <param name="Kind">Unknown if the broker's text is not known.</param>
/// <param name="KindText">The broker's own word, for instance <c>OPEXC</c>.</param>
/// <param name="Symbol">OCC or stock symbol; empty if it concerns none.</param>
/// <param name="Quantity">
/// Contracts or shares by which the holding changed, signed: a bought share is +1, a long contract that was exercised −1.
/// 0 if the broker gave none.
/// </param>
/// <param name="Price">USD per share; null if the broker gave none.</param>
/// <param name="NetAmount">Cash in USD, signed: received is positive; null if the broker gave none, as for fills.</param>
/// <param name="Date">Its day in New York.</param>
/// <param name="At">UTC; null for those that bear only a day.</param>
public sealed record AccountActivity(
    string Id,
    ActivityKind Kind,
    string KindText,
    string Symbol,
    decimal Quantity,
    decimal? Price,
    decimal? NetAmount,
    DateOnly Date,
    DateTimeOffset? At)
{
    /// <summary>The order of a fill; null for all others.</summary>
    public string? OrderId { get; init; }

    /// <summary>The broker's words; empty if there were none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The execution; null for what is none.</summary>
    public Fill? Fill => Kind == ActivityKind.Fill && OrderId is { } order && At is { } at && Price is { } price && Quantity != 0
        ? new Fill(Id, order, Symbol, Quantity > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(Quantity), price, at)
        : null;
}
