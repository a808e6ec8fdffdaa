using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>Packs row requests into one multipart request that the service carries out wholly or not at all.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal static class ChangeSet
{
    public static RowRequest Of(Uri address, IEnumerable<RowRequest> actions)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (batch, changes) = ($"batch_{mark}", $"changeset_{mark}");
        var body = new ArrayBufferWriter<byte>();
        Append(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            Append(body, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, $"{action.Method} {action.Address.AbsoluteUri} HTTP/1.1\r\n");
            foreach (var (name, value) in action.Headers)
            {
                Append(body, $"{name}: {value}\r\n");
            }

            Append(body, "\r\n");
            body.Write(action.Body.Span);
            Append(body, "\r\n");
        }

        Append(body, $"--{changes}--\r\n\r\n--{batch}--\r\n");
        return new(
            RequestMethod.Post,
            address,
            [
                ("Accept", "application/json"),
                ("DataServiceVersion", "3.0"),
                ("Content-Type", $"multipart/mixed; boundary={batch}"),
            ],
            body.WrittenMemory);
    }

    public static RowRequest ActionRequest(RowRequests requests, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => requests.Insert(action.Entity),
        TableTransactionActionType.UpdateMerge => requests.Write(action.Entity, TableUpdateMode.Merge, Version(action)),
        TableTransactionActionType.UpdateReplace => requests.Write(action.Entity, TableUpdateMode.Replace, Version(action)),
        TableTransactionActionType.Delete => requests.Delete(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpsertMerge => requests.Write(action.Entity, TableUpdateMode.Merge, null),
        TableTransactionActionType.UpsertReplace => requests.Write(action.Entity, TableUpdateMode.Replace, null),
    };

    private static ETag? Version(TableTransactionAction action) => action.ETag == default ? null : action.ETag;

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
