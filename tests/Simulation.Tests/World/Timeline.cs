using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>All that happened in a day: every call that had an effect, every write, every message.</summary>
internal sealed class Timeline
{
    private readonly List<TimelineEntry> _entries = [];

    public IReadOnlyList<TimelineEntry> Entries => _entries;

    public void Add(DateTimeOffset at, int process, string what, object? result) => _entries.Add(new TimelineEntry(at, process, what, result));

    /// <summary>The whole day as one hash, hexadecimal: two runs of a seed agree on it to the byte.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in _entries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(LineOf(entry, isWhole: true)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>For people: New York time, process, what, result.</summary>
    public IEnumerable<string> Lines() => _entries.Select(entry => LineOf(entry, isWhole: false));

    private static string LineOf(TimelineEntry entry, bool isWhole)
    {
        var who = entry.Process == 0 ? "world" : string.Create(CultureInfo.InvariantCulture, $"desk{entry.Process}");
        return string.Create(CultureInfo.InvariantCulture, $"{NewYork.DateOf(entry.At):yyyy-MM-dd} {NewYork.TimeOf(entry.At):HH:mm:ss.fff} ET  {who,-6} {entry.What,-14} {Told(entry.Result, isWhole)}");
    }

    private static string Told(object? result, bool isWhole) => result switch
    {
        null => "",
        IReadOnlyList<LedgerChange> changes => string.Join("; ", changes.Select(change => isWhole ? change.ToString() : $"{change.GetType().Name} {change.Key}")),
        IReadOnlyList<HistoryRow> rows => string.Join("; ", rows.Select(row => isWhole ? $"{row.Stream} {row.Key} {row.Json}" : $"{row.Stream} {row.Key}")),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => result.ToString() ?? "",
    };
}
