using System.Globalization;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Simulator.Terminal;

/// <summary>Plain lines: what the bot says, and a line each half hour of market time.</summary>
public sealed class PlainView : IDayView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    private readonly Rig _rig;
    private readonly DayWatch _watch;
    private readonly TextWriter _out;
    private readonly Lock _gate = new();
    private DateTimeOffset _next;
    private DateOnly? _date;

    public PlainView(Rig rig, DayWatch watch, TextWriter output)
    {
        (_rig, _watch, _out, _next) = (rig, watch, output, rig.Scenario.Day.Open);
        rig.Telegram.Chat.MessageChanged += OnMessage;
        watch.Changed += OnChanged;
        watch.Happened += OnHappened;
    }

    public Task ShowAsync(Task day) => day;

    public void Dispose()
    {
        _rig.Telegram.Chat.MessageChanged -= OnMessage;
        _watch.Changed -= OnChanged;
        _watch.Happened -= OnHappened;
    }

    private void OnMessage(ChatMessage message) => Write($"{Words.Clock(_rig.Clock.Now)}  {Words.OneLine(message.Text)}");

    private void OnHappened(ScriptedAct act) => Write($"{Words.Clock(_rig.Clock.Now)}  ({act.Words})");

    private void OnChanged()
    {
        if (_rig.Clock.Now < _next)
        {
            return;
        }

        while (_next <= _rig.Clock.Now)
        {
            _next += Interval;
        }

        var rows = PositionRow.Of(_rig, _watch);
        var open = rows.Where(row => !row.IsClosed).ToList();
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Clock(_rig.Clock.Now)}  {open.Count} open, {rows.Count - open.Count} closed, open profit or loss {Words.Signed(open.Count > 0 && open.All(row => row.Pnl is null) ? null : open.Sum(row => row.Pnl ?? 0))}, {_rig.Broker.Calls.ByEndpoint.Values.Sum()} broker calls{Deadlines(open)}"));
    }

    private string Deadlines(IReadOnlyList<PositionRow> open) => string.Concat(open
        .Where(row => row.Deadline is not null)
        .GroupBy(row => row.Deadline)
        .OrderBy(group => group.Key)
        .Select(group => $"; {group.Count()} to leave by {Words.Clock(group.Key!.Value)}, {DeadlineClock.Words(group.Key, _rig.Clock.Now)}"));

    private void Write(string line)
    {
        lock (_gate)
        {
            // Times alone would mislead once the date has changed.
            var date = NewYork.DateOf(_rig.Clock.Now);
            if (_date is { } before && date != before)
            {
                _out.WriteLine(date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture));
            }

            _date = date;
            _out.WriteLine(line);
        }
    }
}
