using System.Globalization;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Notes of owners. Stream <c>notes:{position}</c>: they outlive the position.</summary>
public static class Notes
{
    public static string StreamOf(string positionId) => $"notes:{positionId}";

    /// <summary>A note on its way to its partition.</summary>
    /// <param name="eventId">A function of the event: written twice it is there once.</param>
    /// <param name="positionId">What it is about.</param>
    /// <param name="note">The note.</param>
    public static OutboxEntry Entry(string eventId, string positionId, NoteRecord note)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{note.At.UtcDateTime:yyyy-MM-ddTHHmmss.fff}:{eventId}");
        var columns = new Dictionary<string, object> { ["At"] = note.At, ["Who"] = note.Who, ["Text"] = note.Text };
        return new OutboxEntry($"note:{eventId}", note.At) { History = new HistoryRow(StreamOf(positionId), key, LedgerJson.Write(note), columns) };
    }

    /// <summary>All notes of a position, oldest first.</summary>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public static async Task<IReadOnlyList<NoteRecord>> ReadAsync(ILedger ledger, string positionId, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadHistoryAsync(StreamOf(positionId), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(static row => LedgerJson.Read<NoteRecord>(row.Key, row.Json))];
    }
}
