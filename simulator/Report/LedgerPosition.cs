using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Report;

/// <summary>A position of the function app's ledger, of one leg or several, read as far as the audit needs it.</summary>
/// <param name="Document">As it was written.</param>
/// <param name="Legs">Contracts and shares by symbol, signed: short is negative.</param>
internal sealed record LedgerPosition(JsonObject Document, IReadOnlyDictionary<string, decimal> Legs)
{
    public string Id => Document.Text("id");

    public bool IsLive => Document.Text("status") is "Open" or "AwaitingApproval" or "Closing";

    /// <summary>What it holds in words: its symbol, or those of its legs.</summary>
    public string Symbols => string.Join(" ", Legs.Keys);

    /// <summary>Legs stand in a list with ratios beside a number of units, in the position or in its structure; without a list it is its own leg.</summary>
    public static LedgerPosition Of(JsonObject document)
    {
        var holder = document["structure"] as JsonObject ?? document;
        var units = holder.Number("units") ?? holder.Number("quantity") ?? document.Number("quantity") ?? 0;
        var legs = holder.List("legs").ToLookup(leg => leg.Text("symbol"), leg => (leg.Number("ratio") ?? 1) * units);
        return new LedgerPosition(document, legs.Count > 0
            ? legs.ToDictionary(leg => leg.Key, leg => leg.Sum())
            : new Dictionary<string, decimal> { [document.Text("symbol")] = document.Text("side") == "Short" ? -units : units });
    }
}
