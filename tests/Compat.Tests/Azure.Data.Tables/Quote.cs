using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>A row that is a class of its own.</summary>
public sealed class Quote : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public double Bid { get; set; }

    public double? Ask { get; set; }

    public long? Volume { get; set; }

    public DayOfWeek Day { get; set; }

    [DataMember(Name = "quoted_at")]
    public DateTimeOffset At { get; set; }

    [IgnoreDataMember]
    public string? Note { get; set; }
}
