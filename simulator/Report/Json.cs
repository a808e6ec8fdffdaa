using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Report;

/// <summary>Values of the function app's documents; a name that is not there is null.</summary>
internal static class Json
{
    public static string Text(this JsonObject document, string name) => document[name]?.GetValue<string>() ?? "";

    public static decimal? Number(this JsonObject document, string name) => document[name]?.GetValue<decimal>();

    public static DateTimeOffset? Instant(this JsonObject document, string name) => document[name]?.GetValue<DateTimeOffset>();

    public static IEnumerable<JsonObject> List(this JsonObject document, string name) => document[name]?.AsArray().OfType<JsonObject>() ?? [];
}
