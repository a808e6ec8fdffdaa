using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Report;

/// <summary>A position of the function app's ledger, of one leg or several, read as far as the audit needs it.</summary>
/// <param name="Document">As it was written.</param>
/// <param name="Legs">Contracts and shares by symbol, signed: short is negative.</param>
/// <param name="Entry">USD per share, net of the option legs if there are any, without sign.</param>
internal sealed record LedgerPosition(JsonObject Document, IReadOnlyDictionary<string, decimal> Legs, decimal Entry)
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
        return legs.Count > 0
            ? new LedgerPosition(document, legs.ToDictionary(leg => leg.Key, leg => leg.Sum()), NetEntry([.. holder.List("legs")]))
            : new LedgerPosition(
                document,
                new Dictionary<string, decimal> { [document.Text("symbol")] = document.Text("side") == "Short" ? -units : units },
                document.Number("entryPrice") ?? 0);
    }

    // Shares behind a covered call are not in its value.
    private static decimal NetEntry(IReadOnlyList<JsonObject> legs)
    {
        var options = legs.Where(leg => leg.Number("multiplier") > 1).ToList();
        return Math.Abs((options.Count > 0 ? options : legs).Sum(leg => (leg.Number("ratio") ?? 1) * (leg.Number("entryPrice") ?? 0)));
    }
}
