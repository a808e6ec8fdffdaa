using System.Text;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Storage;

/// <summary>A table service's transaction as it goes over the wire, read as far as a fault needs it.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions (read 2026-11).</remarks>
/// <param name="Conditional">Position of its first change that wants a certain version of its row; null if none does.</param>
internal sealed record ChangeSetText(int? Conditional)
{
    private const string Part = "Content-Type: application/http\r\n";
    private const string Condition = "\r\nIf-Match: W/";

    public static bool IsOf(PathString path) => path.Value?.EndsWith("/$batch", StringComparison.Ordinal) == true;

    public static ChangeSetText Read(ReadOnlySpan<byte> body)
    {
        var parts = Encoding.UTF8.GetString(body).Split(Part, StringSplitOptions.None)[1..];
        var first = Array.FindIndex(parts, part => Head(part).Contains(Condition, StringComparison.OrdinalIgnoreCase));
        return new ChangeSetText(first < 0 ? null : first);
    }

    // Request line and headers; a row's own text may hold anything.
    private static string Head(string part)
    {
        var request = part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var end = request < 4 ? -1 : part.IndexOf("\r\n\r\n", request, StringComparison.Ordinal);
        return end < 0 ? part : part[..end];
    }
}
