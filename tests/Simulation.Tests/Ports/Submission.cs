using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
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
    /// <summary>Id of the displaced order whose place this takes; null of an order that closes.</summary>
    public string? PutsBack { get; private init; }

    /// <summary>Id of the entry in the ledger whose intent this is; null of an order that closes, or without an intent.</summary>
    public string? Entry { get; private init; }

    /// <summary>True if it opens something, by its id.</summary>
    public bool IsEntry => ClientOrderId is { } id && EntryOrderIds.IsOurs(id);

    /// <summary>True if the broker itself decides the side.</summary>
    public bool IsClosePosition => ClientOrderId is null;

    public static Submission OfClose(string symbol, decimal quantity, DayWorld world, DeskJob? job) => new(
        null, [(symbol, quantity)], world.Loop.Now, job,
        ClosingOf(world, job, closing => closing.LastAttempt is { ClientOrderId: null } last && last.Symbol == symbol && last.Quantity == quantity));

    public static Submission Of(OrderTicket ticket, DayWorld world, DeskJob? job)
    {
        var displaced = world.Ledger.Mirror.Closings.Values.Where(closing => closing.End is null)
            .SelectMany(closing => closing.Displaced).FirstOrDefault(displaced => displaced.Return?.ClientOrderId == ticket.ClientOrderId);
        return new(
            ticket.ClientOrderId,
            [.. ticket.Legs.Select(leg => (leg.Symbol, (leg.Side == OrderSide.Buy ? 1 : -1) * leg.Ratio * ticket.Quantity))],
            world.Loop.Now, job,
            ClosingOf(world, job, closing => displaced is null ? closing.LastAttempt?.ClientOrderId == ticket.ClientOrderId : closing.Displaced.Contains(displaced)))
        {
            PutsBack = displaced?.Order.Id,
            Entry = world.Ledger.Mirror.Entries.Values.FirstOrDefault(entry => entry.End is null && entry.Attempt?.Ticket.ClientOrderId == ticket.ClientOrderId)?.Id,
        };
    }

    public override string ToString() =>
        (IsClosePosition ? "close" : PutsBack is not null ? $"put back {ClientOrderId}" : $"order {ClientOrderId}")
        + string.Concat(Legs.Select(leg => $" {leg.Quantity:0.####} {leg.Symbol}"));

    // Two positions in one stock may both be closing as much of it: the message tells which of them sends.
    private static string? ClosingOf(DayWorld world, DeskJob? job, Func<PositionClosing, bool> isIts) =>
        world.Ledger.Mirror.Closings.Values
            .Where(closing => closing.End is null && isIts(closing))
            .OrderByDescending(closing => job is not null && job.Subject.Contains($"\"{closing.PositionId}\"", StringComparison.Ordinal))
            .FirstOrDefault()?.Id;
}
