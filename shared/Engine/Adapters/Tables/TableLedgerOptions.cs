using Azure.Core;
using Azure.Data.Tables;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Where the ledger is.</summary>
/// <param name="Account">The broker's account number: the partition of the account's rows.</param>
public sealed record TableLedgerOptions(string Account)
{
    /// <summary>The table; made at first use if it is missing.</summary>
    public string TableName { get; init; } = "exitdesk";

    /// <summary>With the account's key, or for Azurite; null where <see cref="Endpoint"/> is set.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The storage account's table endpoint, opened with <see cref="Credential"/>; null where there is a connection string.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Null where there is a connection string.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Whether the storage client can be made from it; no call is made.</summary>
    public static bool IsConnectionString(string connection)
    {
        try
        {
            _ = new TableClient(connection, "exitdesk");
            return true;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidOperationException)
        {
            // What it says is not passed on: it may quote a part of the string, and the string holds a key.
            return false;
        }
    }

    /// <summary>Without the connection string, which holds a key: a record prints all its members.</summary>
    public override string ToString() => $"table {TableName}, account {Account}";

    /// <param name="repeats">How often a failed call is sent again.</param>
    internal TableClient Open(int repeats)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = repeats;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(250);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return this switch
        {
            { ConnectionString: { } connection } => new TableClient(connection, TableName, options),
            { Endpoint: { } endpoint, Credential: { } credential } => new TableClient(endpoint, TableName, credential, options),
            _ => throw new InvalidOperationException("the ledger needs a connection string, or an endpoint with a credential"),
        };
    }
}
