using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>A quantity that a client wrote: whole, and within what an order may have.</summary>
internal sealed record WholeQuantity(int? Quantity, Refusal? Refusal)
{
    public static WholeQuantity Of(string name, decimal number)
    {
        if (decimal.Truncate(number) != number)
        {
            return new WholeQuantity(null, Refusals.Malformed($"{name} must be a whole number"));
        }

        return number is > 0 and <= 1_000_000
            ? new WholeQuantity((int)number, null)
            : new WholeQuantity(null, Refusals.Malformed($"{name} must be > 0 and <= 1000000"));
    }
}
