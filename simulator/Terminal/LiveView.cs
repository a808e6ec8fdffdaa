using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Run;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExitDesk.Simulator.Terminal;

/// <summary>A live table: market time, positions with result and distance to each rule, last actions, calls to the broker.</summary>
public sealed class LiveView(Rig rig, DayWatch watch, IAnsiConsole console, TimeProvider time) : IDayView
{
    private const int Actions = 6;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public Task ShowAsync(Task day) => console.Live(Draw()).StartAsync(async live =>
    {
        while (!day.IsCompleted)
        {
            live.UpdateTarget(Draw());
            live.Refresh();
            await Task.WhenAny(day, Task.Delay(Refresh, time)).ConfigureAwait(false);
        }

        live.UpdateTarget(Draw());
        live.Refresh();
        await day.ConfigureAwait(false);
    });

    public void Dispose()
    {
    }

    private IRenderable Draw()
    {
        var calls = rig.Broker.Calls.ByEndpoint.Values.Sum();
        var day = rig.Scenario.Days[rig.Scenario.SessionOf(rig.Clock.Now)];
        var header = new Markup(
            $"[bold]{Markup.Escape(rig.Scenario.Name)}[/] {NewYork.DateOf(rig.Clock.Now):ddd d MMM yyyy}   [bold]{Words.Clock(rig.Clock.Now)}[/]   "
            + $"{(rig.Clock.Now < day.Open ? "before the open" : rig.Clock.Now < day.Close ? "market open" : "after the close")}   {calls} broker calls"
            + (watch.Restarts > 0 ? $"   [yellow]restarted {watch.Restarts}×[/]" : ""));
        return new Rows(header, Positions(), Last());
    }

    private Table Positions()
    {
        var table = new Table().Border(TableBorder.Rounded).Expand();
        table.AddColumn("Position");
        foreach (var name in (string[])["Qty", "Entry", "Closes at", "Profit/loss", "Return", "To −25 %", "To +50 %", "Last exit"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var row in PositionRow.Of(rig, watch))
        {
            var color = row.Pnl switch { > 0 => "green", < 0 => "red", _ => "default" };
            string[] cells = row.End is { } end
                ? [end, Words.Price(row.Entry), Words.Price(row.Price), Words.Signed(row.Pnl), Words.Percent(row.Return), "", "", ""]
                : [$"{row.Quantity}", Words.Price(row.Entry), Words.Price(row.Price), Words.Signed(row.Pnl), Words.Percent(row.Return), Words.Price(row.ToStop), Words.Price(row.ToTarget), DeadlineClock.Words(row.Deadline, rig.Clock.Now)];
            table.AddRow([Markup.Escape(row.Name), .. cells.Select(cell => $"[{color}]{Markup.Escape(cell)}[/]")]);
        }

        return table;
    }

    private Panel Last()
    {
        var lines = rig.Telegram.Chat.Messages
            .OrderByDescending(message => message.EditedAt ?? message.At)
            .Take(Actions)
            .Select(message => Markup.Escape(Words.Fit($"{Words.Clock(message.EditedAt ?? message.At)}  {Words.OneLine(message.Text)}", console.Profile.Width - 6)))
            .ToList();
        return new Panel(lines.Count == 0 ? "nothing yet" : string.Join('\n', lines)) { Header = new PanelHeader("Last said in Telegram"), Expand = true };
    }
}
