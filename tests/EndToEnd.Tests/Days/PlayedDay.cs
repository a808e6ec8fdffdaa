using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>A day in lock-step against the real function app, which can be stopped at any market time to look or to act.</summary>
public sealed class PlayedDay : IAsyncDisposable
{
    private readonly RunOptions _options;
    private readonly DayWatch _watch;
    private readonly DayRunner _runner;
    private readonly ScriptedUser _owner;
    private readonly ConcurrentQueue<ChatMessage> _shown = new();

    private PlayedDay(Rig rig, RunOptions options)
    {
        (Rig, _options) = (rig, options);
        _watch = new DayWatch(rig);
        _runner = new DayRunner(rig, speed: null, _watch);
        rig.Telegram.Chat.MessageChanged += _shown.Enqueue;
        _owner = ScriptedUser.Attend(rig.Telegram.Chat, options.Approve, options.Seed);
    }

    public Rig Rig { get; }

    /// <summary>Every message as it was sent, and again after each edit, oldest first.</summary>
    public IReadOnlyCollection<ChatMessage> Shown => _shown;

    public static Task<PlayedDay> StartAsync(Scenario scenario, params Fault[] faults) =>
        StartAsync(scenario, new RunOptions { Faults = faults.ToHashSet() });

    public static async Task<PlayedDay> StartAsync(Scenario scenario, RunOptions options) =>
        new(await Rig.StartAsync(scenario, options, TextWriter.Null, TimeProvider.System, CancellationToken.None), options);

    /// <summary>Plays until a New York time of the day; what was pressed or said before is done first.</summary>
    public Task PlayUntilAsync(int hour, int minute, int second = 0) => _runner.RunUntilAsync(
        NewYork.ToUtc(Rig.Scenario.Day.Date, new TimeOnly(hour, minute, second)), CancellationToken.None);

    /// <summary>Lets the function app do what was asked of it, without moving the market.</summary>
    public Task SettleAsync() => _runner.RunUntilAsync(Rig.Clock.Now, CancellationToken.None);

    /// <summary>Plays on for a span of market time.</summary>
    public Task PassAsync(TimeSpan span) => _runner.RunUntilAsync(Rig.Clock.Now + span, CancellationToken.None);

    /// <summary>Plays to the end of the day.</summary>
    public Task PlayToEndAsync() => _runner.RunAsync(CancellationToken.None);

    /// <summary>The report of what was played, which must be good: no invariant broken, every trigger ended, and every chosen fault really struck.</summary>
    public async Task<DayReport> GoodReportAsync()
    {
        var report = await ReportAsync();
        Check(report.IsGood, $"Expected a good day, but: {string.Join("; ", report.Violations.Concat(report.Unended))}");
        Check(report.Faults.All(fault => fault.Value > 0), $"Every fault strikes at least once: {string.Join(", ", report.Faults)}");
        return report;
    }

    /// <summary>The report of what was played, good or not.</summary>
    public Task<DayReport> ReportAsync() => new ReportBuilder(Rig, _watch, _options).BuildAsync(CancellationToken.None);

    public Task<IReadOnlyList<JsonObject>> TradesAsync() =>
        new LedgerRows(Rig.Storage.ConnectionString).OfHistoryAsync("trades", CancellationToken.None);

    /// <summary>Fails with what was expected and where the function app's log is.</summary>
    public void Check(bool holds, string expectation) =>
        Assert.True(holds, $"{expectation}. The function app's log is in {Rig.Folder}.");

    public void CheckEqual<T>(T expected, T actual, string what) =>
        Check(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, is {actual}");

    public async ValueTask DisposeAsync()
    {
        Rig.Telegram.Chat.MessageChanged -= _shown.Enqueue;
        _owner.Dispose();
        _watch.Dispose();
        await Rig.DisposeAsync();
    }
}
