using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>The ledger as one process reaches it. Reads wait once: they have no effect to be cut off from.</summary>
internal sealed class GatedLedger(Wire wire) : ILedger, ILedgerTraffic
{
    public long Reads { get; private set; }

    public long Writes { get; private set; }

    private LedgerWorld Ledger => wire.World.Ledger;

    public async Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        var row = await Ledger.Rows.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (key == LedgerKeys.DeskSwitches && DeskJob.Current is { } job)
        {
            job.MayActByItself = Ledger.Mirror.Switches.AllowsAutomaticOrders;
        }

        return row;
    }

    public async Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await Ledger.Rows.ListAsync(prefix, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        Writes++;
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        var outcome = Spoiled(changes) ?? await WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    public async Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        Writes++;
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        var fails = wire.Strikes(DayFault.StorageUnavailable);
        var written = fails is null ? rows : [.. rows.Take(fails.Choice % (rows.Count + 1))];
        await Ledger.AppendAsync(written, cancellationToken).ConfigureAwait(false);
        wire.Note("append", written);
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        if (fails is not null)
        {
            throw new LedgerUnavailableException("the storage answered 503");
        }
    }

    public async Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await Ledger.Rows.ReadHistoryAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        if (wire.Strikes(DayFault.StorageUnavailable) is not null)
        {
            wire.Note("ledger", "503");
            throw new LedgerUnavailableException("the storage answered 503");
        }
    }

    private CommitOutcome? Spoiled(IReadOnlyList<LedgerChange> changes)
    {
        CommitOutcome? outcome = wire.Strikes(DayFault.StorageConflict) is not null ? new CommitOutcome.Conflict(changes[0].Key)
            : wire.Strikes(DayFault.StorageBusy) is not null ? new CommitOutcome.Unknown("the storage answered 409")
            : wire.Strikes(DayFault.StorageUnavailable) is not null ? new CommitOutcome.Unknown("the storage answered 503")
            : null;
        if (outcome is not null)
        {
            wire.Note("not committed", outcome);
        }

        return outcome;
    }

    private async Task<CommitOutcome> WriteAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        var outcome = await Ledger.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        var isWritten = outcome is CommitOutcome.Committed;
        wire.Note(isWritten ? "commit" : "conflict", isWritten ? changes : outcome);
        if (!isWritten)
        {
            return outcome;
        }

        wire.World.Watch.Committed(changes);
        return wire.Strikes(DayFault.StorageTimeoutAfterCommit) is not null ? new CommitOutcome.Unknown("no answer from the storage") : outcome;
    }
}
