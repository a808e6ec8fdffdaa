using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What to do next about one closing.</summary>
public abstract record CloseStep
{
    private CloseStep()
    {
    }

    /// <summary>Write the intent, then ask the broker to close this many.</summary>
    public sealed record Submit(decimal Quantity) : CloseStep;

    /// <summary>Read our own working orders, then ask again.</summary>
    public sealed record LookAtOrders : CloseStep;

    /// <summary>Read the position and all orders of the symbol, then ask again.</summary>
    public sealed record LookAtAll : CloseStep;

    /// <summary>Cancel an order that holds the quantity, then look.</summary>
    public sealed record Cancel(Order Order) : CloseStep;

    /// <summary>Come back later.</summary>
    /// <param name="Until">By the broker's clock.</param>
    /// <param name="Why">In words for the owner.</param>
    /// <param name="IsAlarming">True if the owner must hear of it.</param>
    public sealed record Wait(DateTimeOffset Until, string Why, bool IsAlarming = false) : CloseStep;

    /// <summary>It is over.</summary>
    public sealed record Settle(CloseEnd End, string Note) : CloseStep;
}
