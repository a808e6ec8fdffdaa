using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Storage;

/// <summary>An answer of the table service that says no.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The service's own code.</param>
/// <param name="Message">Its words.</param>
/// <param name="Change">Position of the change that a transaction failed at; null: the answer is about the whole call.</param>
internal sealed record StorageRefusal(int Status, string Code, string Message, int? Change = null)
{
    private const string Batch = "batchresponse_exitdesk";
    private const string Changes = "changesetresponse_exitdesk";

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        // A failed transaction is accepted outside and refused inside.
        response.StatusCode = Change is null ? Status : StatusCodes.Status202Accepted;
        response.ContentType = Change is null ? "application/json;odata=minimalmetadata" : $"multipart/mixed; boundary={Batch}";
        var body = Encoding.UTF8.GetBytes(Change is null ? Error(Message) : Inner(Error($"{Change}:{Message}")));
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private string Error(string message) => new JsonObject
    {
        ["odata.error"] = new JsonObject { ["code"] = Code, ["message"] = new JsonObject { ["lang"] = "en-US", ["value"] = message } },
    }.ToJsonString();

    private string Inner(string error) => string.Join(
        "\r\n",
        $"--{Batch}",
        $"Content-Type: multipart/mixed; boundary={Changes}",
        "",
        $"--{Changes}",
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        "",
        $"HTTP/1.1 {Status} Refused",
        "Content-Type: application/json;odata=minimalmetadata",
        "",
        error,
        $"--{Changes}--",
        $"--{Batch}--",
        "");
}
