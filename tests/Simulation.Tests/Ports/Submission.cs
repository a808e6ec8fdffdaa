using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>An order on its way to the broker.</summary>
/// <param name="ClientOrderId">Null for close-position.</param>
/// <param name="Legs">What it trades, in contracts or shares: sold negative; of close-position always positive.</param>
/// <param name="SentAt">When it left the process.</param>
/// <param name="Job">Who sent it; null outside of any job.</param>
/// <param name="Closing">Id of the closing in the ledger whose intent this is; null if there is none.</param>
internal sealed record Submission(
    string? ClientOrderId, IReadOnlyList<(string Symbol, decimal Quantity)> Legs, DateTimeOffset SentAt, DeskJob? Job, string? Closing)
{
    /// <summary>True if the broker itself decides the side.</summary>
    public bool IsClosePosition => ClientOrderId is null;

    public static Submission OfClose(string symbol, decimal quantity, DayWorld world, DeskJob? job) => new(
        null, [(symbol, quantity)], world.Loop.Now, job,
        ClosingOf(world, attempt => attempt.ClientOrderId is null && attempt.Symbol == symbol && attempt.Quantity == quantity));

    public static Submission Of(OrderTicket ticket, DayWorld world, DeskJob? job) => new(
        ticket.ClientOrderId,
        [.. ticket.Legs.Select(leg => (leg.Symbol, (leg.Side == OrderSide.Buy ? 1 : -1) * leg.Ratio * ticket.Quantity))],
        world.Loop.Now, job, ClosingOf(world, attempt => attempt.ClientOrderId == ticket.ClientOrderId));

    public override string ToString() =>
        (IsClosePosition ? "close" : $"order {ClientOrderId}") + string.Concat(Legs.Select(leg => $" {leg.Quantity:0.####} {leg.Symbol}"));

    private static string? ClosingOf(DayWorld world, Func<CloseAttempt, bool> isThis) =>
        world.Ledger.Mirror.Closings.Values.FirstOrDefault(closing => closing.End is null && closing.LastAttempt is { } last && isThis(last))?.Id;
}
