using System.Globalization;
using System.Text;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>How fast the webhook acknowledges 20 presses a second, and what 10,000 hostile bodies get from it.</summary>
internal static class WebhookMeasurement
{
    private const int Hostile = 10_000;
    private const int HostileAtOnce = 4;

    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"The webhook, function app as its own process. {Machine.Describe()}");
        await using var desk = await WebhookDesk.StartAsync(cancellationToken);
        Print("first presses, code is cold, 2 s", await PressAsync(desk, 1, Warmup, cancellationToken));
        for (var round = 1; round <= 3; round++)
        {
            Print($"20 presses a second for {Duration.TotalSeconds:0} s, round {round}", await PressAsync(desk, round * 100_000, Duration, cancellationToken));
        }

        await Task.Delay(Aftermath, TimeProvider.System, cancellationToken);
        var presses = desk.Actions;
        Console.WriteLine($"queue: {presses.Sent} presses sent, {presses.Completed} handled, {presses.DeadLettered} dead-lettered");
        Print($"{Hostile} malformed or hostile bodies, {HostileAtOnce} at once", await AttackAsync(desk, cancellationToken));
        Console.WriteLine($"queue: {desk.Actions.Sent - presses.Sent} of them reached it");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"function app peak memory {desk.PeakMegabytes:0} MB"));
        await TapMeasurement.RunAsync(cancellationToken);
    }

    private static Task<IReadOnlyList<(int Status, double Milliseconds)>> PressAsync(
        WebhookDesk desk, int firstUpdate, TimeSpan duration, CancellationToken cancellationToken) =>
        PressAsync(desk, (int)(duration / Interval), number => Press(firstUpdate + number, $"k:none{firstUpdate + number}", 1), cancellationToken);

    /// <summary>Posts presses at the interval. Open loop: a slow answer does not hold back the next one.</summary>
    internal static async Task<IReadOnlyList<(int Status, double Milliseconds)>> PressAsync(
        WebhookDesk desk, int count, Func<int, byte[]> body, CancellationToken cancellationToken)
    {
        var presses = new List<Task<(int, double)>>();
        var started = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < count; number++)
        {
            var early = (number * Interval) - TimeProvider.System.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, TimeProvider.System, cancellationToken);
            }

            desk.Advance(Interval);
            presses.Add(desk.PostAsync(body(number), DeskSettings.WebhookSecret, cancellationToken));
        }

        return await Task.WhenAll(presses);
    }

    private static async Task<IReadOnlyList<(int Status, double Milliseconds)>> AttackAsync(WebhookDesk desk, CancellationToken cancellationToken)
    {
        var bodies = new HostileBodies(seed: 1);
        var answers = new List<(int, double)>();
        foreach (var volley in Enumerable.Range(0, Hostile).Chunk(HostileAtOnce))
        {
            var posts = volley.Select(number => bodies.Next(number)).Select(post => desk.PostAsync(post.Body, post.Secret, cancellationToken)).ToList();
            answers.AddRange(await Task.WhenAll(posts));
        }

        return answers;
    }

    internal static byte[] Press(int update, string data, int messageId) => Encoding.UTF8.GetBytes(
        $$$"""{"update_id":{{{update}}},"callback_query":{"id":"{{{update}}}","from":{"id":{{{DeskSettings.OwnerId}}},"is_bot":false,"first_name":"Ada"},"message":{"message_id":{{{messageId}}},"date":1795000000,"chat":{"id":{{{DeskSettings.ChatId}}},"type":"private","first_name":"Ada"},"text":"?"},"chat_instance":"1","data":"{{{data}}}"}}""");

    internal static void Print(string what, IReadOnlyList<(int Status, double Milliseconds)> answers)
    {
        var latency = LatencySummary.Of(answers.Select(answer => answer.Milliseconds));
        var statuses = string.Join(", ", answers.CountBy(answer => answer.Status).OrderBy(status => status.Key).Select(status => $"{status.Value}× {(status.Key == 0 ? "no answer" : status.Key)}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {latency.P50:0} ms, p95 {latency.P95:0} ms, max {latency.Max:0} ms; {statuses}; {Machine.Load()}"));
    }
}
