using System.Globalization;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Audit rows: what was done, to what, by whom, why. Stream <c>audit:{day in New York}</c>.</summary>
public static class Audit
{
    public static string StreamOf(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"audit:{NewYork.DateOf(at):yyyy-MM-dd}");

    /// <summary>A row on its way to its partition.</summary>
    /// <param name="eventId">A function of the event.</param>
    /// <param name="at">The broker's clock.</param>
    /// <param name="subject">The position's id, the desk, or who knocked.</param>
    /// <param name="action">For instance <c>close-requested</c>.</param>
    /// <param name="who">A rule, a user, or the desk itself.</param>
    /// <param name="text">In words.</param>
    public static OutboxEntry Entry(string eventId, DateTimeOffset at, string subject, string action, string who, string text) =>
        new($"audit:{eventId}", at) { History = Row(eventId, at, subject, action, who, text) };

    public static HistoryRow Row(string eventId, DateTimeOffset at, string subject, string action, string who, string text)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:HHmmss.fff}:{eventId}");
        var columns = new Dictionary<string, object>
        {
            ["At"] = at,
            ["Subject"] = subject,
            ["Action"] = action,
            ["Who"] = who,
            ["Text"] = text,
        };
        return new HistoryRow(StreamOf(at), key, LedgerJson.Write(new AuditRecord(eventId, at, subject, action, who, text)), columns);
    }
}
