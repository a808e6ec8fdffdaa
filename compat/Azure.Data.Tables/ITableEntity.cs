// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>A row. An implementing class stores its public read-write properties; one that is a dictionary, its entries.</summary>
public interface ITableEntity
{
    /// <summary>First half of the key, at most 1 KiB, without / \ # ? and control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second half of the key, under the same limits.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed the row; null until it was read. Never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The row's version as read; default until it was read. Never sent as a property.</summary>
    ETag ETag { get; set; }
}
