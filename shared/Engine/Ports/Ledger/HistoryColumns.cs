using System.Globalization;

namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>The form in which every ledger keeps a history row's columns and gives them back.</summary>
public static class HistoryColumns
{
    /// <summary>Decimals become strings, ints longs, instants UTC; strings, longs and bools stay.</summary>
    public static IReadOnlyDictionary<string, object> Stored(IReadOnlyDictionary<string, object> columns) =>
        columns.ToDictionary(column => column.Key, column => Stored(column.Value), StringComparer.Ordinal);

    private static object Stored(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => (long)number,
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };
}
