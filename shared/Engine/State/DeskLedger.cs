using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;

namespace ExitDesk.Engine.State;

/// <summary>The ledger's rows as documents.</summary>
public sealed class DeskLedger(ILedger ledger, DeskOptions options)
{
    private readonly DocumentCache _known = new();

    public async Task<IReadOnlyList<Stored<Position>>> PositionsAsync(CancellationToken cancellationToken) =>
        await ListAsync<Position>(LedgerKeys.Positions, cancellationToken).ConfigureAwait(false);

    /// <summary>All positions whose rows can be read: one bad row must not take the guard from all others.</summary>
    /// <param name="unreadable">Gets one line for each row that cannot be read.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<Stored<Position>>> ReadablePositionsAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        await ListReadableAsync<Position>(LedgerKeys.Positions, unreadable, cancellationToken).ConfigureAwait(false);

    /// <summary>Ids of all positions, those among them whose rows cannot be read.</summary>
    public async Task<IReadOnlyList<string>> PositionIdsAsync(CancellationToken cancellationToken) =>
        [.. (await ledger.ListAsync(LedgerKeys.Positions, cancellationToken).ConfigureAwait(false)).Select(row => row.Key[LedgerKeys.Positions.Length..])];

    public Task<Stored<Position>?> PositionAsync(string id, CancellationToken cancellationToken) =>
        FindAsync<Position>(LedgerKeys.Position(id), cancellationToken);

    /// <summary>Marks by position. A row that cannot be read counts as none: the next sweep writes it anew.</summary>
    public async Task<IReadOnlyDictionary<string, PositionMark>> MarksAsync(CancellationToken cancellationToken)
    {
        var marks = await ListReadableAsync<PositionMark>(LedgerKeys.Marks, [], cancellationToken).ConfigureAwait(false);
        return marks.ToDictionary(mark => mark.Value.PositionId, mark => mark.Value);
    }

    public async Task<PositionMark> MarkAsync(string positionId, CancellationToken cancellationToken)
    {
        var mark = await FindAsync<PositionMark>(LedgerKeys.Mark(positionId), cancellationToken).ConfigureAwait(false);
        return mark?.Value ?? PositionMark.None(positionId);
    }

    /// <summary>What was seen of a position last; null if nothing was, or if its row cannot be read.</summary>
    public async Task<PositionMark?> ReadableMarkAsync(string positionId, CancellationToken cancellationToken)
    {
        try
        {
            return (await FindAsync<PositionMark>(LedgerKeys.Mark(positionId), cancellationToken).ConfigureAwait(false))?.Value;
        }
        catch (LedgerDocumentException)
        {
            // The next sweep writes it anew.
            return null;
        }
    }

    public async Task<IReadOnlyList<Stored<PositionClosing>>> ClosingsAsync(CancellationToken cancellationToken) =>
        await ListAsync<PositionClosing>(LedgerKeys.Closings, cancellationToken).ConfigureAwait(false);

    /// <summary>All closings whose rows can be read.</summary>
    public async Task<IReadOnlyList<Stored<PositionClosing>>> ReadableClosingsAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        await ListReadableAsync<PositionClosing>(LedgerKeys.Closings, unreadable, cancellationToken).ConfigureAwait(false);

    public Task<Stored<PositionClosing>?> ClosingAsync(string positionId, int number, CancellationToken cancellationToken) =>
        FindAsync<PositionClosing>(LedgerKeys.Closing(positionId, number), cancellationToken);

    /// <summary>What positions took of fills that are not ours.</summary>
    public async Task<IEnumerable<FillPart>> FillPartsAsync(CancellationToken cancellationToken) =>
        (await ListAsync<FillPart>(LedgerKeys.FillParts, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Value);

    /// <summary>All questions whose rows can be read.</summary>
    public async Task<IReadOnlyList<Stored<ApprovalCard>>> ReadableApprovalsAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        await ListReadableAsync<ApprovalCard>(LedgerKeys.Approvals, unreadable, cancellationToken).ConfigureAwait(false);

    /// <summary>All entries whose rows can be read.</summary>
    public async Task<IReadOnlyList<Stored<PositionEntry>>> ReadableEntriesAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        await ListReadableAsync<PositionEntry>(LedgerKeys.Entries, unreadable, cancellationToken).ConfigureAwait(false);

    public Task<Stored<PositionEntry>?> EntryAsync(string id, CancellationToken cancellationToken) =>
        FindAsync<PositionEntry>(LedgerKeys.Entry(id), cancellationToken);

    /// <summary>What orders of the desk open, as far as the rows can be read.</summary>
    public async Task<IReadOnlyList<Opening>> ReadableOpeningsAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        [.. (await ListReadableAsync<Opening>(LedgerKeys.Openings, unreadable, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Value)];

    /// <summary>Every id by which a fill may name an order of ours that opened, as far as the rows can be read: nobody else bought what those did.</summary>
    public async Task<IEnumerable<string>> ReadableOpeningOrdersAsync(CancellationToken cancellationToken) =>
        (await ReadableEntriesAsync([], cancellationToken).ConfigureAwait(false))
            .Select(entry => entry.Value.Order)
            .OfType<Domain.Orders.Order>()
            .SelectMany(order => order.Legs.Select(leg => leg.Id).Prepend(order.Id));

    /// <summary>All answers of the owner that are not compared yet and can be read.</summary>
    public async Task<IReadOnlyList<Stored<OwnerOverride>>> ReadableOverridesAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        await ListReadableAsync<OwnerOverride>(LedgerKeys.Overrides, unreadable, cancellationToken).ConfigureAwait(false);

    /// <summary>All that waits to leave the ledger and can be read.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ReadableOutboxAsync(ICollection<string> unreadable, CancellationToken cancellationToken) =>
        [.. (await ListReadableAsync<OutboxEntry>(LedgerKeys.Outbox, unreadable, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Value)];

    public Task<Stored<ApprovalCard>?> ApprovalAsync(string token, CancellationToken cancellationToken) =>
        FindAsync<ApprovalCard>(LedgerKeys.Approval(token), cancellationToken);

    /// <summary>A question, if there is one that can be read: nobody can answer another one, and nothing may wait for its answer.</summary>
    public async Task<Stored<ApprovalCard>?> ReadableApprovalAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await ApprovalAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerDocumentException)
        {
            // The settlement run lists all questions and tells of each that cannot be read.
            return null;
        }
    }

    /// <summary>Mode and state; those of the settings until the owner changed them.</summary>
    public async Task<DeskSwitches> SwitchesAsync(CancellationToken cancellationToken)
    {
        var stored = await FindAsync<DeskSwitches>(LedgerKeys.DeskSwitches, cancellationToken).ConfigureAwait(false);
        return stored?.Value ?? new DeskSwitches(options.InitialMode, Domain.Sessions.TradingState.Active);
    }

    public async Task<Stored<T>?> FindAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        var row = await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return row is null ? null : new Stored<T>(_known.Read<T>(row), row.Version);
    }

    private async Task<List<Stored<T>>> ListReadableAsync<T>(string prefix, ICollection<string> unreadable, CancellationToken cancellationToken)
        where T : class
    {
        var documents = new List<Stored<T>>();
        foreach (var row in await ledger.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                documents.Add(new Stored<T>(_known.Read<T>(row), row.Version));
            }
            catch (LedgerDocumentException problem)
            {
                unreadable.Add(problem.Message);
            }
        }

        return documents;
    }

    private async Task<List<Stored<T>>> ListAsync<T>(string prefix, CancellationToken cancellationToken)
        where T : class
    {
        var rows = await ledger.ListAsync(prefix, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new Stored<T>(_known.Read<T>(row), row.Version))];
    }
}
