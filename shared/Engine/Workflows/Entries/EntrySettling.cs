using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Ends an entry: its position's entry prices, its question, its opening and its card in one commit.</summary>
public sealed class EntrySettling(IEntryBroker broker, DeskLedger documents, EntryQuestions questions, EntryProgress progress)
{
    public async Task SettleAsync(Stored<PositionEntry> entry, EntryStep.Settle step, MarketMoment moment, CancellationToken cancellationToken)
    {
        var ended = entry.Value with
        {
            Status = EntryStatus.Ended,
            End = step.End,
            EndedAt = moment.Now,
            Note = step.Note,
            Verdict = step.Verdict ?? entry.Value.Verdict,
        };
        var status = step.End == EntryEnd.Lapsed ? ApprovalStatus.Lapsed : ApprovalStatus.Overtaken;
        var batch = new LedgerBatch();
        await questions.EndAsync(batch, entry.Value, status, EntryText.End(ended), cancellationToken).ConfigureAwait(false);
        if (ended.PositionId is not null || (ended.FilledQuantity == 0 && ended.End != EntryEnd.GivenUp))
        {
            // What filled, or may have, and no position has is found by this row, however late it is listed.
            batch.Delete(LedgerKeys.Opening(ended.Id));
        }

        batch
            .Post(Audit.Entry($"entry:{ended.Id}:end", moment.Now, ended.Id, $"entry-{step.End.ToString().ToLowerInvariant()}", "desk", EntryText.End(ended)))
            .Post(EntryCards.Entry(ended, EntryCards.Ended(ended), $"entry:{ended.Id}:end", moment, isFinal: true));
        if (step.IsAlarming)
        {
            batch.Post(new OutboxEntry($"entry:{ended.Id}:alarm", moment.Now) { Notice = new Notice(EntryCards.Alarm(ended)) });
        }

        if (ended.PositionId is { } id && await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false) is { } position
            && await PricedAsync(ended, position.Value, cancellationToken).ConfigureAwait(false) is { } priced)
        {
            batch.Replace(LedgerKeys.Position(id), priced, position.Version);
        }

        await progress.GoOnAsync(entry with { Value = ended }, moment.Now, moment, batch, cancellationToken).ConfigureAwait(false);
    }

    // Until here the broker's averages stood for the entry. What shares its contracts with others, or is not whole, keeps them.
    private async Task<Position?> PricedAsync(PositionEntry entry, Position position, CancellationToken cancellationToken)
    {
        if (position.OpenedBy != entry.Id || position.Status != PositionStatus.Open || position.Quantity != entry.FilledQuantity || entry.Order is not { } order)
        {
            return null;
        }

        var read = await broker.GetFillsAsync(entry.Attempt!.IntentAt - CloseLimits.ClockTolerance, cancellationToken).ConfigureAwait(false);
        var ids = order.Legs.Select(leg => leg.Id).Append(order.Id).ToHashSet(StringComparer.Ordinal);
        var fills = read.Succeeded ? read.Value.Where(fill => ids.Contains(fill.OrderId)).ToList() : [];
        var traded = position.Structure.ClosingLegs.ToDictionary(leg => leg.Symbol, leg => PriceOf(leg, order, fills, entry.FilledQuantity));
        return traded.Values.Any(price => price is null)
            ? null
            : position with
            {
                HasOwnEntry = true,
                IsEntryDateRead = true,
                OpenedAt = fills.Count > 0 ? fills.Min(fill => fill.At) : position.OpenedAt ?? order.FilledAt,
                Structure = new Structure(
                    position.Kind,
                    [.. position.Legs.Select(leg => traded.GetValueOrDefault(leg.Symbol) is { } price ? leg with { EntryPrice = price } : leg)],
                    position.Quantity),
            };
    }

    // Each fill at its own price; where their list lags behind, the order's average, which the broker has rounded.
    private static decimal? PriceOf(PositionLeg leg, Order order, IReadOnlyList<Fill> fills, decimal units)
    {
        var own = fills.Where(fill => fill.Symbol == leg.Symbol).ToList();
        return own.Sum(fill => fill.Quantity) == units * Math.Abs(leg.Ratio)
            ? own.Sum(fill => fill.Price * fill.Quantity) / own.Sum(fill => fill.Quantity)
            : order.Legs.Count == 0 ? order.FilledAveragePrice
            : order.Legs.FirstOrDefault(report => report.Symbol == leg.Symbol)?.FilledAveragePrice;
    }
}
