using System.Text.Json.Nodes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>How long it took, on the wall clock, from a rule that fired to an order at the broker.</summary>
internal static class TriggerLatencies
{
    /// <summary>
    /// One latency for each closing that a rule wanted and the broker took an order for: from the start of the sweep that found it
    /// to the first order taken for any of its legs, refusals and retries in between included. Closings that ended without an order have none,
    /// and so have the owner's.
    /// </summary>
    /// <remarks>A retry waits in market time; in a paced run the wall waits along with it, and the latency tells the pace too.</remarks>
    /// <param name="closings">The ledger's.</param>
    /// <param name="sweeps">Oldest first.</param>
    /// <param name="accepted">The function app's orders, oldest first.</param>
    /// <param name="symbolsOf">Symbols of an order, those of its legs if it has several.</param>
    /// <returns>Milliseconds.</returns>
    public static IEnumerable<double> Of(
        IEnumerable<JsonObject> closings,
        IReadOnlyCollection<SweepStart> sweeps,
        IReadOnlyCollection<AcceptedOrder> accepted,
        Func<VenueOrder, IEnumerable<string>> symbolsOf)
    {
        foreach (var position in closings.GroupBy(closing => closing.Text("positionId")))
        {
            var legs = LedgerPosition.Of(position.First()).Legs.Keys.ToHashSet();
            var triggers = position.Select(closing => closing["trigger"]!.AsObject()).OrderBy(At).ToList();
            for (var i = 0; i < triggers.Count; i++)
            {
                // The function app's clock may run ahead of the market's by what a sweep takes: the sweep is the last one before.
                var sweep = sweeps.LastOrDefault(sweep => sweep.Market <= At(triggers[i]));
                var next = i + 1 < triggers.Count ? At(triggers[i + 1]) : DateTimeOffset.MaxValue;
                var order = accepted.FirstOrDefault(order =>
                    symbolsOf(order.Order).Any(legs.Contains) && order.Order.CreatedAt >= sweep?.Market && order.Order.CreatedAt < next);
                if (IsRule(triggers[i]) && sweep is not null && order is not null)
                {
                    yield return (order.WallClock - sweep.Wall).TotalMilliseconds;
                }
            }
        }
    }

    private static DateTimeOffset At(JsonObject trigger) => trigger.Instant("at")!.Value;

    private static bool IsRule(JsonObject trigger) => trigger.Text("authority").Equals("Rule", StringComparison.OrdinalIgnoreCase);
}
