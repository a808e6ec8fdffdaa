using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>A listed position cannot come into the account; the message says which, when, and what to change.</summary>
public sealed class OpeningException(Opening opening, Exception cause) : Exception(Words(opening), cause)
{
    /// <summary>What is wrong, and the way out.</summary>
    internal static string Words(Opening opening) =>
        $"{opening.Symbol} has no {(opening.Quantity > 0 ? "ask" : "bid")} to open at {NewYork.TimeOf(opening.OpenedAt):HH:mm:ss} ET ({opening.OpenedAt:u}): "
        + "give an entryPrice or a later openedAt";
}
