using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>The function app as its own process with nothing to guard, and a client that posts to its webhook.</summary>
internal sealed class WebhookDesk : IAsyncDisposable
{
    private readonly Rig _rig;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Uri _webhook;

    private WebhookDesk(Rig rig)
    {
        _rig = rig;
        _webhook = new Uri(rig.Desks[0].Address, "api/telegram");
    }

    public static async Task<WebhookDesk> StartAsync(CancellationToken cancellationToken)
    {
        var scenario = FirstDay.Create(seed: 1) with { Openings = [] };
        return new WebhookDesk(await Rig.StartAsync(scenario, new RunOptions { Headless = true }, TextWriter.Null, TimeProvider.System, cancellationToken));
    }

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
        await _rig.DisposeAsync();
    }
}
