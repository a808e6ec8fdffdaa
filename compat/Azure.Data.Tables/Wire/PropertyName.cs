namespace Azure.Data.Tables.Wire;

/// <summary>Names that the service gives a meaning of its own.</summary>
internal static class PropertyName
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";

    /// <summary>Suffix of the property that tells another property's type.</summary>
    public const string TypeSuffix = "@odata.type";

    /// <summary>Prefix of the service's own metadata.</summary>
    public const string MetadataPrefix = "odata.";
}
