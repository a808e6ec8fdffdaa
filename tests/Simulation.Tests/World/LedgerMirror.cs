using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>What the rows of the ledger say, as documents.</summary>
internal sealed class LedgerMirror
{
    private readonly Dictionary<string, TradeRecord> _trades = new(StringComparer.Ordinal);

    public Dictionary<string, Position> Positions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PositionClosing> Closings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ApprovalCard> Approvals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PositionEntry> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>What waits to leave the ledger, by id.</summary>
    public HashSet<string> Outbox { get; } = new(StringComparer.Ordinal);

    /// <summary>Every id that ever waited there.</summary>
    public HashSet<string> Posted { get; } = new(StringComparer.Ordinal);

    public DeskSwitches Switches { get; private set; } = new(TradingMode.Active, TradingState.Active);

    public IReadOnlyCollection<TradeRecord> Trades => _trades.Values;

    /// <summary>Trade rows that were written since somebody looked last.</summary>
    public Queue<TradeRecord> NewTrades { get; } = new();

    public void Apply(IReadOnlyList<LedgerChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case LedgerChange.Insert insert:
                    Write(insert.Key, insert.Json);
                    break;
                case LedgerChange.Replace replace:
                    Write(replace.Key, replace.Json);
                    break;
                case LedgerChange.Put put:
                    Write(put.Key, put.Json);
                    break;
                default:
                    Forget(change.Key);
                    break;
            }
        }
    }

    public void Append(IReadOnlyList<HistoryRow> rows)
    {
        foreach (var row in rows.Where(row => row.Stream.StartsWith("trades:", StringComparison.Ordinal) && !_trades.ContainsKey(row.Key)))
        {
            _trades[row.Key] = LedgerJson.Read<TradeRecord>(row.Key, row.Json);
            NewTrades.Enqueue(_trades[row.Key]);
        }
    }

    private void Write(string key, string json)
    {
        if (key.StartsWith(LedgerKeys.Positions, StringComparison.Ordinal))
        {
            var position = LedgerJson.Read<Position>(key, json);
            Positions[position.Id] = position;
        }
        else if (key.StartsWith(LedgerKeys.Closings, StringComparison.Ordinal))
        {
            var closing = LedgerJson.Read<PositionClosing>(key, json);
            Closings[closing.Id] = closing;
        }
        else if (key.StartsWith(LedgerKeys.Entries, StringComparison.Ordinal))
        {
            var entry = LedgerJson.Read<PositionEntry>(key, json);
            Entries[entry.Id] = entry;
        }
        else if (key.StartsWith(LedgerKeys.Approvals, StringComparison.Ordinal))
        {
            var approval = LedgerJson.Read<ApprovalCard>(key, json);
            Approvals[approval.Token] = approval;
        }
        else if (key.StartsWith(LedgerKeys.Outbox, StringComparison.Ordinal))
        {
            Outbox.Add(key[LedgerKeys.Outbox.Length..]);
            Posted.Add(key[LedgerKeys.Outbox.Length..]);
        }
        else if (key == LedgerKeys.DeskSwitches)
        {
            Switches = LedgerJson.Read<DeskSwitches>(key, json);
        }
    }

    private void Forget(string key)
    {
        if (key.StartsWith(LedgerKeys.Outbox, StringComparison.Ordinal))
        {
            Outbox.Remove(key[LedgerKeys.Outbox.Length..]);
        }
    }
}
