using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Orders;

/// <summary>Finds what no broker would take in an order, before it is sent.</summary>
/// <remarks>Source: docs.alpaca.markets, "Orders" and "Options level 3 trading", read 2026-11.</remarks>
public static class TicketCheck
{
    private const int LongestId = 128;
    private const int MostLegs = 4;

    /// <summary>What is wrong, in words; null if nothing is.</summary>
    public static string? Problem(OrderTicket ticket) =>
        ticket.ClientOrderId.Length is 0 or > LongestId ? $"a client order id has 1 to {LongestId} characters"
        : ticket.Legs.Count is 0 or > MostLegs ? $"an order has 1 to {MostLegs} legs"
        : ticket.Quantity <= 0 ? "the quantity is not above 0"
        : ticket.Legs.FirstOrDefault(leg => leg.Intent.Side() != leg.Side) is { } leg ? $"{leg.Symbol}: {leg.Intent} is no {leg.Side}"
        : (ticket.IsMultiLeg ? SeveralLegs(ticket) : OneLeg(ticket)) ?? Prices(ticket);

    private static string? OneLeg(OrderTicket ticket)
    {
        var leg = ticket.Legs[0];
        return leg.Symbol.Length == 0 ? "the symbol is empty"
            : leg.Ratio != 1 ? "the ratio of a sole leg is 1"
            : ticket.LimitPrice <= 0 ? "the limit price is not above 0"
            : ticket.StopPrice <= 0 ? "the stop price is not above 0"
            : IsOption(leg) && !IsWhole(ticket.Quantity) ? "options trade in whole contracts"
            : null;
    }

    private static string? SeveralLegs(OrderTicket ticket) =>
        ticket.Legs.FirstOrDefault(leg => !IsOption(leg)) is { } other ? $"\"{other.Symbol}\" is no option, and orders of several legs have no others"
        : ticket.Legs.DistinctBy(leg => leg.Symbol).Count() < ticket.Legs.Count ? "a contract is in two legs"
        : ticket.Legs.Any(leg => leg.Ratio < 1) ? "a ratio is not above 0"
        : ticket.Legs.Select(leg => leg.Ratio).Aggregate(CommonDivisor) > 1 ? "the ratios are not in lowest terms"
        : !IsWhole(ticket.Quantity) ? "options trade in whole contracts"
        : ticket.StopPrice is not null ? "orders of several legs have no stop"
        : null;

    private static string? Prices(OrderTicket ticket)
    {
        // Only stocks below one dollar are quoted finer than cents.
        var decimals = ticket.IsMultiLeg || IsOption(ticket.Legs[0]) ? 2 : 4;
        return new[] { ticket.LimitPrice, ticket.StopPrice }.Any(price => price is { } exact && decimal.Round(exact, decimals) != exact)
            ? $"a price has at most {decimals} decimals"
            : null;
    }

    private static bool IsOption(OrderLeg leg) => OccSymbol.TryParse(leg.Symbol, out _, out _);

    private static bool IsWhole(decimal quantity) => quantity == decimal.Truncate(quantity);

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);
}
