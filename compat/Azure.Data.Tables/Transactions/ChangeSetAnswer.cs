using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>Takes the multipart answer to a transaction apart.</summary>
internal static class ChangeSetAnswer
{
    /// <summary>One answer for each action, in their order.</summary>
    /// <exception cref="TableTransactionFailedException">An action failed; nothing took effect.</exception>
    /// <exception cref="RequestFailedException">The answer is not complete: whether the transaction took effect is unknown.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = Parts(response.Content.ToString());
        if (parts.FirstOrDefault(part => part.Status >= 400) is { } failure)
        {
            throw new TableTransactionFailedException(new RequestFailedException(failure, null, TableErrorParser.Instance))
            {
                FailedTransactionActionIndex = FailedIndex(failure),
            };
        }

        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(
                response.Status, $"The service answered {parts.Count} of {actions} actions: the transaction's outcome is unknown.");
    }

    // The message begins with the failed action's position: "57:The update condition specified in the request was not satisfied."
    private static int? FailedIndex(ActionResponse failure) =>
        TableErrorParser.Parse(failure)?.Message is { } message &&
        message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon &&
        int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static List<ActionResponse> Parts(string content)
    {
        var parts = new List<ActionResponse>();
        using var lines = new StringReader(content);
        while (lines.ReadLine() is { } line)
        {
            // "HTTP/1.1 204 No Content"; all before it is the envelope.
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                parts.Add(Part(line.Split(' ', 3), lines));
            }
        }

        return parts;
    }

    private static ActionResponse Part(string[] statusLine, StringReader lines)
    {
        var headers = new List<HttpHeader>();
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new HttpHeader(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        // Bodies are JSON, of which no line can begin with two dashes as a boundary does.
        var body = new StringBuilder();
        while (lines.Peek() != '-' && lines.ReadLine() is { } line)
        {
            body.AppendLine(line);
        }

        var status = int.Parse(statusLine[1], NumberStyles.None, CultureInfo.InvariantCulture);
        return new(status, statusLine.ElementAtOrDefault(2) ?? "", headers, Encoding.UTF8.GetBytes(body.ToString().Trim()));
    }
}
