using System.Collections.Concurrent;
using System.Globalization;
using ExitDesk.Benchmarks.Latency;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>From a tap on "Close now" to the broker's acceptance of its order, twenty taps a second: through webhook, ledger and queue.</summary>
/// <remarks>Forty taps, two seconds: more closes than some sixty a minute the broker's 200 calls do not carry, at whatever pace.</remarks>
internal static class TapMeasurement
{
    private const int Rounds = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            await using var desk = await WebhookDesk.StartAsync(AskingMorning.Create(round), cancellationToken);
            await desk.PlayUntilAsync(AskingMorning.Asked, cancellationToken);
            var accepted = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            void Note(AcceptedOrder order) => accepted.TryAdd(order.Order.Symbol, order.WallClock);
            desk.Venue.OrderAccepted += Note;
            await MeasureAsync(desk, round, accepted, cancellationToken);
            desk.Venue.OrderAccepted -= Note;
        }
    }

    private static async Task MeasureAsync(
        WebhookDesk desk, int round, ConcurrentDictionary<string, DateTimeOffset> accepted, CancellationToken cancellationToken)
    {
        var cards = desk.Cards("Close now");
        var taps = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var symbols = desk.Held.ToDictionary(AskingMorning.NameOf, StringComparer.Ordinal);
        var presses = await WebhookMeasurement.PressAsync(desk, cards.Count, number =>
        {
            var (card, data) = cards[number];
            taps[symbols.Single(symbol => card.Text.Contains(symbol.Key, StringComparison.Ordinal)).Value] = TimeProvider.System.GetUtcNow();
            return WebhookMeasurement.Press((round * 1_000) + number, data, card.Id);
        }, cancellationToken);
        var waited = TimeProvider.System.GetTimestamp();
        while (accepted.Count < taps.Count && TimeProvider.System.GetElapsedTime(waited) < Patience)
        {
            await Task.Delay(WebhookMeasurement.Interval, TimeProvider.System, cancellationToken);
            desk.Advance(WebhookMeasurement.Interval);
        }

        WebhookMeasurement.Print($"taps on \"Close now\", 20 a second, round {round}, tap to acknowledged", presses);
        var latency = LatencySummary.Of(taps.Where(tap => accepted.ContainsKey(tap.Key)).Select(tap => (accepted[tap.Key] - tap.Value).TotalMilliseconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  tap to accepted: {accepted.Count} of {taps.Count}, p50 {latency.P50:0} ms, p95 {latency.P95:0} ms, max {latency.Max:0} ms; {Machine.Load()}"));
    }
}
