using ExitDesk.Domain.Expiry;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>When a hypothetical move is, and from when the prices are that it begins with.</summary>
/// <param name="Then">Of the move, after a comma.</param>
/// <param name="Before">The word for a value before it.</param>
/// <param name="Prices">A line on old prices; null in the session, where they are those of now.</param>
internal sealed record WhatIfMoment(string Then, string Before, string? Prices)
{
    /// <summary>Says it.</summary>
    /// <param name="view">What was read, at the moment at which rules act.</param>
    /// <param name="price">Of the stock.</param>
    /// <param name="closedAt">Now, if the market is closed; null in the session.</param>
    /// <param name="isLater">True if a time was asked for.</param>
    /// <param name="at">The hypothetical instant.</param>
    public static WhatIfMoment Of(MarketView view, UnderlyingPrice price, DateTimeOffset? closedAt, bool isLater, DateTimeOffset at)
    {
        if (closedAt is not { } now)
        {
            return new(isLater ? $"at {NewYork.ShortClock(at, at)}" : "now", "now", null);
        }

        var quotes = view.Options.Values.Select(static option => option.Quote?.At).OfType<DateTimeOffset>().Order().ToList();
        var from = quotes switch
        {
            [] => "No option has a quote",
            [var first, .., var last] when NewYork.ShortClock(first, now) != NewYork.ShortClock(last, now) =>
                $"Option quotes are of the last session, from {NewYork.ShortClock(first, now)} to {NewYork.ShortClock(last, now)}",
            [.., var last] => $"Option quotes are of the last session, from {NewYork.ShortClock(last, now)}",
        };
        return new(
            $"at {NewYork.ShortClock(at, now)}",
            "last",
            $"<i>The market is closed, until {NewYork.ShortClock(view.Moment.NextOpen, now)}. {from}; the stock's price is from {NewYork.ShortClock(price.At, now)}. "
            + "The next open may quote anything else.</i>");
    }
}
