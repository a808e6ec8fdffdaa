using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>The function app as its own process, and a client that posts to its webhook.</summary>
internal sealed class WebhookDesk : IAsyncDisposable
{
    private readonly Rig _rig;
    private readonly DayWatch _watch;
    private readonly DayRunner _runner;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Uri _webhook;

    private WebhookDesk(Rig rig)
    {
        _rig = rig;
        _watch = new DayWatch(rig);
        _runner = new DayRunner(rig, speed: null, _watch);
        _webhook = new Uri(rig.Desks[0].Address, "api/telegram");
    }

    /// <summary>With nothing to guard.</summary>
    public static Task<WebhookDesk> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(FirstDay.Create(seed: 1) with { Openings = [] }, cancellationToken);

    public static async Task<WebhookDesk> StartAsync(Scenario scenario, CancellationToken cancellationToken) => new(await Rig.StartAsync(scenario, new RunOptions { Headless = true }, TextWriter.Null, TimeProvider.System, cancellationToken));

    public SimulatedVenue Venue => _rig.Venue;

    /// <summary>Symbols of the scenario's positions.</summary>
    public IEnumerable<string> Held => _rig.Scenario.Openings.Select(opening => opening.Symbol);

    /// <summary>Cards of the chat that show a button, with what it sends.</summary>
    public IReadOnlyList<(ChatMessage Card, string Data)> Cards(string button) =>
        [.. _rig.Telegram.Chat.Messages.SelectMany(card => card.Buttons.Where(shown => shown.Text == button).Select(shown => (card, shown.Data!))).DistinctBy(card => card.Item2)];

    /// <summary>Plays to a New York time of the day as fast as the function app keeps up.</summary>
    public Task PlayUntilAsync(TimeOnly time, CancellationToken cancellationToken) =>
        _runner.RunUntilAsync(NewYork.ToUtc(_rig.Scenario.Day.Date, time), cancellationToken);

    /// <summary>The function app's memory at its peak, in MB.</summary>
    public double PeakMegabytes
    {
        get
        {
            _rig.Desks[0].NoteMemory();
            return _rig.Desks[0].PeakMemory / 1_048_576.0;
        }
    }

    /// <summary>Presses that reached the queue so far, and those that its handler has completed.</summary>
    public QueueCounters Actions => _rig.Queues.Snapshot().First(queue => queue.Name == "operator-actions").Counters;

    /// <summary>Lets market time go on: the simulated chat limits its messages by it.</summary>
    public void Advance(TimeSpan by) => _rig.Clock.AdvanceTo(_rig.Clock.Now + by);

    /// <summary>Posts a body.</summary>
    /// <param name="body">Anything.</param>
    /// <param name="secret">The header; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status, or 0 if the connection broke; and wall-clock milliseconds until the answer.</returns>
    public async Task<(int Status, double Milliseconds)> PostAsync(byte[] body, string? secret, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        var started = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await _client.SendAsync(request, cancellationToken);
            return ((int)answer.StatusCode, TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (0, TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _watch.Dispose();
        await _rig.DisposeAsync();
    }
}
