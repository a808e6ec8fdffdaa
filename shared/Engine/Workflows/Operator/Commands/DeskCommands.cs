using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>Every command of the chat, in the order of the help text and of Telegram's menu.</summary>
public static class DeskCommands
{
    public static IReadOnlyList<DeskCommand> Known { get; } =
    [
        new("status", "[table|SYM|id|all]", "positions, their result and the distance to each rule; entries on their way"),
        new("why", "SYM|id", "why a position is still open, rule by rule"),
        new("whatif", "SYM ±x% [hh:mm]", "your positions after a move of the stock, and the rules that would fire"),
        new("close", "SYM|id", "close a position at the market") { Acts = Always },
        new("closeall", "", "close every option position, after a second tap") { Acts = Always },
        new("approve", "[id|SYM]", "do what an open card proposes; alone: show the open cards again") { Acts = WithWords },
        new("reject", "id|SYM", "refuse what an open card proposes") { Acts = WithWords },
        new("snooze", "id|SYM 30m", "silence the rule that asks for a while") { Acts = WithWords },
        new("plan", "[SYM|id [rule value]|set|preset|reset|undo]", "the exit plan with the source of each value; change it") { Acts = ChangesPlan },
        new("manage", "SYM|id", "let the rules close a position that the desk did not open") { Acts = Always },
        new("watch", "SYM|id", "evaluate a position, never trade it by itself") { Acts = Always },
        new("ignore", "SYM|id", "never evaluate a position") { Acts = Always },
        new("mode", "[monitor|active|emergency]", "what the desk does with decisions") { Acts = WithWords },
        new("emergency", "", "close every managed position now") { Acts = Always },
        new("halt", "", "stop all automatic orders") { Acts = Always },
        new("reduce", "", "closes only: nothing new is opened") { Acts = Always },
        new("resume", "", "back from halt or reduce") { Acts = Always },
        new("profit", "[days]", "realized result: sum, wins, best and worst"),
        new("daily", "[days]", "realized result day by day"),
        new("exits", "", "what closes gave away and how long they took, by reason and speed"),
        new("stats", "", "realized result by strategy, and your answers against the rules"),
        new("trades", "[count]", "the latest trades"),
        new("note", "id|SYM [text]", "keep a note with a position; without text: read them") { Acts = static words => words.Contains(' ', StringComparison.Ordinal) },
        new("brief", "", "the day ahead: positions, deadlines, what expires, what ended over night"),
        new("scorecard", "", "the day so far: result, trades, exits"),
        new("health", "", "is everything running?"),
        new("settings", "[kind|reason on|silent|off]", "which messages come, and with a sound") { Acts = WithWords },
        new("help", "", "this list"),
    ];

    /// <summary>A command by name; null if there is none.</summary>
    public static DeskCommand? Find(string name) => Known.FirstOrDefault(command => command.Name == name);

    /// <summary>The list for the chat; of a word that is no command also the nearest one.</summary>
    /// <param name="asked">What was typed first, without the slash.</param>
    public static string Help(string asked)
    {
        var lead = asked is "help" or "start" ? "<b>ExitDesk</b>"
            : Nearest.To(asked, Known.Select(static command => command.Name)) is { } near && asked.Length > 0
                ? $"I do not know that. Did you mean /{near}? What I know:"
                : "I do not know that. What I know:";
        var lines = Known.Select(static command => $"/{command.Name}{(command.Use.Length > 0 ? " " + command.Use : "")} – {command.What}");
        return lead + "\n" + string.Join('\n', lines.Select(Html.Escape));
    }

    private static bool Always(string words) => true;

    private static bool WithWords(string words) => words.Length > 0;

    private static bool ChangesPlan(string words) => words == "undo" || words.Contains(' ', StringComparison.Ordinal);
}
