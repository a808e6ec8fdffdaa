using System.Globalization;
using ExitDesk.Simulator.Run;
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

    public PlainView(Rig rig, DayWatch watch, TextWriter output)
    {
        (_rig, _watch, _out, _next) = (rig, watch, output, rig.Scenario.Day.Open);
        rig.Telegram.Chat.MessageChanged += OnMessage;
        watch.Changed += OnChanged;
    }

    public Task ShowAsync(Task day) => day;

    public void Dispose()
    {
        _rig.Telegram.Chat.MessageChanged -= OnMessage;
        _watch.Changed -= OnChanged;
    }

    private void OnMessage(ChatMessage message) => Write($"{Words.Clock(_rig.Clock.Now)}  {Words.OneLine(message.Text)}");

    private void OnChanged()
    {
        if (_rig.Clock.Now < _next)
        {
            return;
        }

        _next += Interval;
        var rows = PositionRow.Of(_rig, _watch);
        var open = rows.Where(row => !row.IsClosed).ToList();
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Clock(_rig.Clock.Now)}  {open.Count} open, {rows.Count - open.Count} closed, open profit or loss {Words.Signed(open.Sum(row => row.Pnl ?? 0))}, {_rig.Broker.Calls.ByEndpoint.Values.Sum()} broker calls"));
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            _out.WriteLine(line);
        }
    }
}
