namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page begins; both null at the beginning.</summary>
internal readonly record struct Continuation(string? PartitionKey, string? RowKey)
{
    // The service's values are free of spaces. The row key may be absent although there is more.
    private const char Separator = ' ';

    public static Continuation Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return default;
        }

        var parts = token.Split(Separator, 2);
        return new(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }

    /// <summary>The token for the page after this answer; null when it was the last.</summary>
    public static string? TokenAfter(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey)
            ? $"{partitionKey}{Separator}{(response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey) ? rowKey : "")}"
            : null;
}
