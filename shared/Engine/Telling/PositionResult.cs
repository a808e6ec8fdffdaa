using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Telling;

/// <summary>What closing a position at a quote would gain or lose.</summary>
public static class PositionResult
{
    /// <summary>USD; null if the closing side is not quoted.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="bid">Of the whole position, USD per share; null if unknown.</param>
    /// <param name="ask">Likewise.</param>
    public static decimal? Dollars(Position position, decimal? bid, decimal? ask) => PerShare(position, bid, ask) * position.Quantity * position.Multiplier;

    /// <summary>In words, for instance <c>Profit +50.0 % (+$200.00)</c>.</summary>
    public static string Of(Position position, decimal? bid, decimal? ask)
    {
        if (PerShare(position, bid, ask) is not { } perShare)
        {
            return "Profit or loss unknown";
        }

        var share = position.EntryPrice == 0 ? null : perShare / (decimal?)position.EntryPrice;
        return $"{(perShare < 0 ? "Loss" : "Profit")} {Figures.Percent(share)} ({Figures.Signed(perShare * position.Quantity * position.Multiplier)})";
    }

    private static decimal? PerShare(Position position, decimal? bid, decimal? ask) => position.Side == PositionSide.Long
        ? bid - position.EntryPrice
        : position.EntryPrice - ask;
}
