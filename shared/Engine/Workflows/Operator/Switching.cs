using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Changes mode and trading state: kept in the ledger, audited, and said.</summary>
public sealed class Switching(DeskLedger documents, DeskCommits commits, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>Applies a change that a user wants.</summary>
    /// <param name="update">Who wants it.</param>
    /// <param name="change">From the switches as they are.</param>
    /// <param name="together">Begins the batch with what must commit together with the change.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The switches as they are now; null if the change is not in force.</returns>
    public Task<DeskSwitches?> ApplyAsync(
        OperatorUpdate update, Func<DeskSwitches, DeskSwitches> change, Func<LedgerBatch> together, CancellationToken cancellationToken) =>
        ApplyAsync($"switches:{update.UpdateId}", update.UserName, change, together, cancellationToken);

    /// <summary>Applies a change.</summary>
    /// <param name="eventId">A function of the event: applied twice, it is said once.</param>
    /// <param name="by">Who wants it; not escaped.</param>
    /// <param name="change">From the switches as they are.</param>
    /// <param name="together">Begins the batch with what must commit together with the change.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The switches as they are now; null if the change is not in force.</returns>
    public async Task<DeskSwitches?> ApplyAsync(
        string eventId, string by, Func<DeskSwitches, DeskSwitches> change, Func<LedgerBatch> together, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await documents.FindAsync<DeskSwitches>(LedgerKeys.DeskSwitches, cancellationToken).ConfigureAwait(false);
            var before = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
            var now = time.GetUtcNow();
            var after = change(before) with { ChangedAt = now, ChangedBy = by };
            var batch = Announced(together(), eventId, by, before, after, now);
            _ = stored is null
                ? batch.Insert(LedgerKeys.DeskSwitches, after)
                : batch.Replace(LedgerKeys.DeskSwitches, after, stored.Version);
            if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null)
            {
                return after;
            }
        }

        // A write of unknown outcome may have made the next ones conflict with itself.
        var inForce = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var wanted = change(inForce);
        return (inForce.Mode, inForce.State) == (wanted.Mode, wanted.State) ? inForce : null;
    }

    private static LedgerBatch Announced(LedgerBatch batch, string eventId, string by, DeskSwitches before, DeskSwitches after, DateTimeOffset now)
    {
        var text = $"{Titles.Switches(before)} → {Titles.Switches(after)}";
        return batch
            .Post(Audit.Entry(eventId, now, "desk", "switched", by, text))
            .Post(new OutboxEntry(eventId, now)
            {
                Notice = new Notice(Card.Plain(
                    $"{(after.Mode == TradingMode.Emergency ? "🔴" : "⚪")} <b>{Titles.Switches(after)}</b>\nWas {Titles.Switches(before)} · by {Html.Escape(by)}\n{Silence(after)}")),
            });
    }

    private static string Silence(DeskSwitches switches) => switches switch
    {
        { AllowsAutomaticOrders: false } => "If you do nothing: no automatic order is sent; rules that fire only alert.",
        { Mode: TradingMode.Emergency } => "If you do nothing: every managed position is closed now. Back with /mode active.",
        { State: TradingState.Reducing } => "If you do nothing: rules that fire close by themselves; nothing new is opened. Back with /resume.",
        _ => "If you do nothing: rules that fire close by themselves.",
    };
}
