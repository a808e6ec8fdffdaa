namespace Azure.Data.Tables.Wire;

/// <summary>The service's property types, as they stand on the wire.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations</remarks>
internal static class EdmType
{
    public const string Binary = "Edm.Binary";
    public const string Boolean = "Edm.Boolean";
    public const string DateTime = "Edm.DateTime";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Int32 = "Edm.Int32";
    public const string Int64 = "Edm.Int64";
    public const string String = "Edm.String";
}
