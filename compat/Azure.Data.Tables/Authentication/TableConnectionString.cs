namespace Azure.Data.Tables.Authentication;

/// <summary>Where a connection string points and the key it carries.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // The emulator's account and key are published; they guard nothing.
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">A part is missing or malformed; the message names it and never shows a value.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var parts = Parts(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out var development))
        {
            return string.Equals(development, "true", StringComparison.OrdinalIgnoreCase)
                ? new(new Uri($"http://127.0.0.1:10002/{DevelopmentAccount}"), new(DevelopmentAccount, DevelopmentKey))
                : throw Invalid("UseDevelopmentStorage can only be 'true'");
        }

        if (parts.ContainsKey("SharedAccessSignature"))
        {
            throw Invalid("SharedAccessSignature is not supported; give AccountName and AccountKey");
        }

        var account = Required(parts, "AccountName");
        return new(EndpointOf(parts, account), Credentials(account, Required(parts, "AccountKey")));
    }

    // The key may end in '=', so only a part's first '=' separates.
    private static Dictionary<string, string> Parts(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var segments = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var index = 0; index < segments.Length; index++)
        {
            var equals = segments[index].IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Invalid($"part {index + 1} is not of the form Name=Value");
            }

            if (!parts.TryAdd(segments[index][..equals], segments[index][(equals + 1)..]))
            {
                throw Invalid($"part {index + 1} gives a name for the second time");
            }
        }

        return parts;
    }

    private static Uri EndpointOf(Dictionary<string, string> parts, string account)
    {
        if (!parts.TryGetValue("TableEndpoint", out var endpoint) || endpoint.Length == 0)
        {
            if (!parts.TryGetValue("EndpointSuffix", out var suffix) || suffix.Length == 0)
            {
                throw Invalid("TableEndpoint or EndpointSuffix is missing");
            }

            endpoint = $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{suffix}";
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Invalid("the table endpoint is not an http or https address");
    }

    private static TableSharedKeyCredential Credentials(string account, string key)
    {
        try
        {
            return new(account, key);
        }
        catch (FormatException)
        {
            throw Invalid("AccountKey is not base64; copy it again from the storage account's access keys");
        }
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Invalid($"{name} is missing");

    private static FormatException Invalid(string problem) => new(
        $"The table connection string is not usable: {problem}. Expected 'UseDevelopmentStorage=true' or " +
        "'AccountName=…;AccountKey=…;' with 'TableEndpoint=…' or 'EndpointSuffix=…'.");
}
